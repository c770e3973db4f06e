// The only list of activities. Their order is the order of the catalogue, and of nothing else.
#include "activities/activities.h"

#include "activities/assemblies/assemblies.h"
#include "activities/basket_sort/basket_sort.h"
#include "activities/clap_syllables/clap_syllables.h"
#include "activities/count_objects/count_objects.h"
#include "activities/counting_rhyme/counting_rhyme.h"
#include "activities/familiar_sounds/familiar_sounds.h"
#include "activities/feelings/feelings.h"
#include "activities/fill_plates/fill_plates.h"
#include "activities/first_name/first_name.h"
#include "activities/flower_bunches/flower_bunches.h"
#include "activities/give_me/give_me.h"
#include "activities/graphisme/graphisme.h"
#include "activities/heavier/heavier.h"
#include "activities/hide_and_seek/hide_and_seek.h"
#include "activities/how_many_missing/how_many_missing.h"
#include "activities/listen_and_touch/listen_and_touch.h"
#include "activities/longer_heavier/longer_heavier.h"
#include "activities/make_ten/make_ten.h"
#include "activities/missing_letter/missing_letter.h"
#include "activities/missing_number/missing_number.h"
#include "activities/more_or_less/more_or_less.h"
#include "activities/number_line/number_line.h"
#include "activities/number_order/number_order.h"
#include "activities/one_more/one_more.h"
#include "activities/orchestra/orchestra.h"
#include "activities/patterns/patterns.h"
#include "activities/problems_train/problems_train.h"
#include "activities/rhymes/rhymes.h"
#include "activities/robot/robot.h"
#include "activities/robot_grid/robot_grid.h"
#include "activities/same_beginning/same_beginning.h"
#include "activities/same_numbers/same_numbers.h"
#include "activities/shapes/shapes.h"
#include "activities/sharing/sharing.h"
#include "activities/sound_baskets/sound_baskets.h"
#include "activities/sound_pairs/sound_pairs.h"
#include "activities/sound_position/sound_position.h"
#include "activities/story/story.h"
#include "activities/story_order/story_order.h"
#include "activities/subitizing/subitizing.h"
#include "activities/syllable_machine/syllable_machine.h"
#include "activities/the_day/the_day.h"
#include "activities/third_one/third_one.h"
#include "activities/three_scripts/three_scripts.h"
#include "activities/touch_picture/touch_picture.h"
#include "activities/trace_digit/trace_digit.h"
#include "activities/trace_letter/trace_letter.h"
#include "activities/trace_name/trace_name.h"
#include "activities/where_is_the_cat/where_is_the_cat.h"
#include "activities/who_has_more/who_has_more.h"
#include "activities/word_and_picture/word_and_picture.h"
#include "activities/write_word/write_word.h"

#include <array>

namespace mirabelle {

std::span<const Activity> all_activities() {
    // clang-format off
    static const std::array activities{
        listen_and_touch(),
        trace_letter(),
        count_objects(),
        give_me(),
        subitizing(),
        more_or_less(),
        same_numbers(),
        clap_syllables(),
        rhymes(),
        missing_number(),
        syllable_machine(),
        same_beginning(),
        robot(),
        three_scripts(),
        sound_position(),
        word_and_picture(),
        missing_letter(),
        write_word(),
        trace_digit(),
        hide_and_seek(),
        problems_train(),
        number_line(),
        sharing(),
        patterns(),
        basket_sort(),
        shapes(),
        third_one(),
        story(),
        counting_rhyme(),
        touch_picture(),
        graphisme(),
        sound_pairs(),
        longer_heavier(),
        where_is_the_cat(),
        feelings(),
        the_day(),
        heavier(),
        first_name(),
        trace_name(),
        story_order(),
        one_more(),
        robot_grid(),
        orchestra(),
        familiar_sounds(),
        assemblies(),
        sound_baskets(),
        number_order(),
        make_ten(),
        fill_plates(),
        how_many_missing(),
        flower_bunches(),
        who_has_more(),
    };
    // clang-format on
    return activities;
}

} // namespace mirabelle
