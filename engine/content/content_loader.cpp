#include "engine/content/content_loader.h"

#include "engine/content/glyph_files.h"
#include "engine/content/refuse_twice.h"
#include "engine/content/skill_graph_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace mirabelle {

namespace {

constexpr std::uint64_t fnv_offset = 0xCBF29CE484222325u; // FNV-1a, 64 bits
constexpr std::uint64_t fnv_prime = 0x100000001B3u;

LetterKind letter_kind(const TomlTable& table) {
    const std::string name = table.text("kind");
    constexpr std::array<std::string_view, 5> names{"vowel", "continuant", "stop", "digraph", "silent"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        table.fail("kind", fmt::format("is '{}'", name), "write vowel, continuant, stop, digraph or silent");
    return static_cast<LetterKind>(found - names.begin());
}

VoiceFamily voice_family(const std::filesystem::path& index, int line, const std::string& name) {
    constexpr std::array<std::string_view, 6> names{"general", "line", "number", "letter", "object", "word"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw ContentError(index, line, "the family '" + name + "' is unknown", "build again");
    return static_cast<VoiceFamily>(found - names.begin());
}

Colour read_colour(const TomlTable& table, std::string_view key) {
    const std::string text = table.text(key);
    if (text.size() != 7 || text[0] != '#' ||
        text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
        table.fail(key, fmt::format("is '{}'", text), "write a colour as \"#RRGGBB\"");
    return rgb(static_cast<std::uint32_t>(std::stoul(text.substr(1), nullptr, 16)));
}

/// When a contact is a finger, what it means, and how long it is waited for.
void read_touch_rules(const TomlTable& table, TouchSizes& sizes) {
    const NumberRange choices = table.range("choices", 2, 6);
    sizes.choices_least = choices.low;
    sizes.choices_most = choices.high;
    sizes.palm_bottom = table.number("palm_bottom_mm", 0, 30);
    sizes.palm_side = table.number("palm_side_mm", 0, 20);
    sizes.tap_travel = table.number("tap_travel_mm", 1, 15);
    sizes.guard = table.number("guard_ms", 100, 1000);
    sizes.bounce = table.number("bounce_ms", 0, 1000);
    sizes.lost_contact = table.number("lost_contact_ms", 50, 1000);
    sizes.lost_contact_distance = table.number("lost_contact_mm", 5, 40);
    sizes.resting = table.number("resting_ms", 1000, 10'000);
    sizes.idle_step = static_cast<Milliseconds>(1000 * table.decimal("idle_seconds", 3, 30));
}

} // namespace

ContentLoader::ContentLoader(std::filesystem::path bundle)
    : bundle_(std::move(bundle)), version_hash_(fnv_offset) {
    content_.folder_ = bundle_;
}

void ContentLoader::count_into_version(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    for (std::istreambuf_iterator<char> byte(in), end; byte != end; ++byte)
        version_hash_ = (version_hash_ ^ static_cast<unsigned char>(*byte)) * fnv_prime;
}

TomlTable ContentLoader::open(std::string_view name) const {
    return TomlTable::open(bundle_ / "content" / name);
}

Content ContentLoader::load(std::span<const Activity> activities, std::span<const PackInfo> packs) {
    read_pictures();
    read_voices();
    read_bands();
    read_skills();
    read_errors();
    read_letters();
    read_objects();
    read_words();
    const auto picture = [this](const std::string& name) {
        const auto found = content_.picture_ids_.find(name);
        return found == content_.picture_ids_.end() ? std::optional<PictureId>()
                                                    : std::optional(found->second);
    };
    content_.tales_ = read_tales(bundle_ / "content" / "tales.toml",
                                 {picture, [this](const std::string& id) { return content_.voice(id); }});
    read_portraits();
    read_glyphs();
    for (const PackInfo& pack : packs)
        read_pack(pack);
    hear_words_in_the_south();
    for (const Activity& activity : activities)
        read_levels(activity);
    for (const PackInfo& pack : packs)
        read_pack_levels(pack, activities);
    for (const PackInfo& pack : packs)
        read_pack_difficulties(pack);
    content_.graph_ =
        read_skill_graph(bundle_ / "content" / "skill_graph.toml", content_.skills_, content_.levels_);
    for (const std::string_view shaping :
         {"letters.toml", "objects.toml", "bands.toml", "words_fr.csv", "word_traps.toml", "tales.toml"})
        count_into_version(bundle_ / "content" / shaping);
    content_.northern_version_ = fmt::format("{:016x}", version_hash_);
    content_.set_accent(Accent::northern);
    return std::move(content_);
}

void ContentLoader::add_picture(const std::filesystem::path& file) {
    content_.picture_ids_.emplace(file.stem().string(),
                                  static_cast<PictureId>(content_.picture_files_.size()));
    content_.picture_files_.push_back(file);
}

void ContentLoader::read_pictures() {
    // Our own drawings are known by their list: one that got lost is told, and shown as a calm blank.
    const auto index = bundle_ / "art" / "index.txt";
    std::ifstream in(index);
    if (!in)
        throw ContentError(index, 0, "the list of drawings is missing", "build again, or install again");
    for (std::string name; std::getline(in, name);) {
        const auto file = bundle_ / "art" / (name + ".svg");
        if (!std::filesystem::exists(file))
            content_.problems_.push_back(fmt::format(
                "{}: the drawing is missing; a blank stands for it — build again", file.string()));
        add_picture(file);
    }
    const auto folder = bundle_ / "pictures";
    if (!std::filesystem::is_directory(folder))
        throw ContentError(folder, 0, "the folder of pictures is missing", "build again, or install again");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".svg")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files)
        add_picture(file);
}

void ContentLoader::read_voices() {
    const auto index = bundle_ / "voice" / "index.tsv";
    std::ifstream in(index);
    if (!in)
        throw ContentError(index, 0, "the list of voice lines is missing", "build again, or install again");
    content_.voices_.push_back({}); // the first voice is silence: what an unknown line sounds like
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto first = line.find('\t');
        const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
        const auto third = second == std::string::npos ? second : line.find('\t', second + 1);
        if (third == std::string::npos)
            throw ContentError(index, number, "this is not a voice line",
                               "write id, milliseconds, family and text, with tabs between");
        Voice voice;
        const std::string id = line.substr(0, first);
        voice.id = id;
        voice.file = voice.built_in = bundle_ / "voice" / (id + ".ogg");
        voice.duration = voice.built_in_duration = std::atoi(line.c_str() + first + 1);
        voice.family = voice_family(index, number, line.substr(second + 1, third - second - 1));
        voice.text = line.substr(third + 1);
        if (!std::filesystem::exists(voice.file))
            content_.problems_.push_back(fmt::format(
                "{}: the voice line is missing; it will be silent — build again", voice.file.string()));
        content_.voice_ids_.emplace(id, static_cast<VoiceId>(content_.voices_.size()));
        content_.voices_.push_back(std::move(voice));
    }
}

void ContentLoader::read_bands() {
    const TomlTable file = open("bands.toml");
    for (const Band band : all_bands) {
        const TomlTable table = file.table(name_of(band));
        TouchSizes& sizes = content_.sizes_[static_cast<std::size_t>(band)];
        sizes.target = table.number("target_mm", 10, 60);
        sizes.margin = table.number("margin_mm", 0, 10);
        sizes.gap = table.number("gap_mm", 0, 20);
        sizes.snap = table.number("snap_mm", 5, 40);
        sizes.corridor = table.number("corridor_mm", 4, 30);
        const NumberRange questions = table.range("questions", 3, 15);
        sizes.questions_least = questions.low;
        sizes.questions_most = questions.high;
        sizes.session = table.number("session_minutes", 1, 60) * Milliseconds{60'000};
        sizes.rounds_per_turn = table.number("rounds_per_turn", 1, 5);
        sizes.instruction = table.number("instruction_seconds", 2, 20) * Milliseconds{1000};
        read_touch_rules(table, sizes);
    }
    const TomlTable table = file.table("for_one_child");
    Easing& easing = content_.easing_;
    easing.large_targets = table.decimal("large_targets", 1, 2);
    easing.slow = table.decimal("slow", 1, 4);
    easing.scan_step_least = table.number("scan_step_least_ms", 200, 10'000);
    easing.scan_step_most = table.number("scan_step_most_ms", 200, 60'000);
    easing.scan_step = table.number("scan_step_ms", static_cast<int>(easing.scan_step_least),
                                    static_cast<int>(easing.scan_step_most));
}

Band ContentLoader::read_band(const TomlTable& table) const {
    const auto band = band_named(table.text("band"));
    if (!band)
        table.fail("band", fmt::format("is '{}'", table.text("band")), "write PS, MS or GS");
    return *band;
}

PictureId ContentLoader::known_picture(const TomlTable& table, std::string_view key) const {
    const std::string name = table.text(key);
    const auto found = content_.picture_ids_.find(name);
    if (found == content_.picture_ids_.end())
        table.fail(key, fmt::format("names the picture '{}', which is not in the bundle", name),
                   "write the code point of a bundled picture, or the name of a drawing of assets/art");
    return found->second;
}

Skill ContentLoader::read_skill(const TomlTable& table) const {
    const Band band = read_band(table);
    Skill skill{table.text("id"), table.text("strand"), band, table.text("name"), std::string(name_of(band))};
    if (skill.strand != "literacy" && skill.strand != "numeracy")
        table.fail("strand", fmt::format("is '{}'", skill.strand), "write literacy or numeracy");
    return skill;
}

void ContentLoader::read_skills() {
    for (const TomlTable& table : open("skills.toml").tables("skill")) {
        Skill skill = read_skill(table);
        refuse_twice(table, content_.skills_, skill);
        content_.skills_.push_back(std::move(skill));
    }
}

void ContentLoader::read_errors() {
    for (const TomlTable& table : open("errors.toml").tables("error")) {
        ErrorDescription error{table.text("id"), table.text("text")};
        refuse_twice(table, content_.errors_, error);
        content_.errors_.push_back(std::move(error));
    }
}

bool ContentLoader::is_letter(const std::string& id) const {
    return std::any_of(content_.letters_.begin(), content_.letters_.end(),
                       [&](const Letter& letter) { return letter.id == id; });
}

void ContentLoader::read_letters() {
    const auto tables = open("letters.toml").tables("letter");
    for (const TomlTable& table : tables) {
        Letter letter;
        letter.id = table.text("id");
        letter.lower = table.text("lower");
        letter.capital = table.text("capital");
        letter.kind = letter_kind(table);
        letter.sound_may_be_asked = table.yes("sound_may_be_asked");
        letter.order = table.number("order", 1, 100);
        letter.mirrors = table.texts("mirrors");
        if (!letter.mirrors.empty())
            letter.mirror_line = table.text("mirror_line");
        letter.neighbours = table.texts("neighbours");
        refuse_twice(table, content_.letters_, letter);
        content_.letters_.push_back(std::move(letter));
    }
    for (const TomlTable& table : tables)
        for (const std::string_view key : {"mirrors", "neighbours"})
            for (const std::string& id : table.texts(key))
                if (!is_letter(id))
                    table.fail(key, fmt::format("names the unknown letter '{}'", id),
                               "name letters by their id");
}

void ContentLoader::read_words() {
    const WordMedia media{[this](const std::string& name) -> std::optional<PictureId> {
                              const auto found = content_.picture_ids_.find(name);
                              return found == content_.picture_ids_.end() ? std::nullopt
                                                                          : std::optional(found->second);
                          },
                          [this](const std::string& id) { return content_.voice(id); }};
    content_.words_ = mirabelle::read_words(bundle_ / "content", media);
}

void ContentLoader::hear_words_in_the_south() {
    content_.southern_words_.reserve(content_.words_.size());
    for (const Word& word : content_.words_) {
        Word heard = heard_in_the_south(word);
        if (heard.sounds_final_e) {
            // A word of a pack is said as whoever recorded it says it.
            const std::string& line = content_.voices_[static_cast<std::size_t>(word.voice)].id; // word_1f436
            if (const VoiceId voice = content_.voice("south_" + line); voice != VoiceId{})
                heard.voice = voice;
            heard.in_pieces = content_.voice("south_robot" + line.substr(line.find('_')));
        }
        content_.southern_words_.push_back(std::move(heard));
    }
}

void ContentLoader::read_objects() {
    const TomlTable file = open("objects.toml");
    for (const TomlTable& table : file.tables("object")) {
        CountedObject object{table.text("id"), known_picture(table, "picture"), read_band(table),
                             table.yes("food")};
        refuse_twice(table, content_.objects_, object);
        content_.objects_.push_back(std::move(object));
    }
    const auto eaten_by_all = [](const CountedObject& object) {
        return object.food && object.band == Band::PS;
    };
    if (std::count_if(content_.objects_.begin(), content_.objects_.end(), eaten_by_all) < 2)
        file.fail("object", "has fewer than two things to eat that the youngest know",
                  "give two entries food = true and band = \"PS\"");
}

void ContentLoader::read_portraits() {
    const TomlTable file = open("portraits.toml");
    for (const TomlTable& table : file.tables("portrait")) {
        Portrait portrait{table.text("id"), known_picture(table, "picture"), read_colour(table, "colour")};
        refuse_twice(table, content_.portraits_, portrait);
        content_.portraits_.push_back(std::move(portrait));
    }
    content_.example_names_ = file.texts("example_names");
    if (content_.example_names_.empty())
        file.fail("example_names", "is missing", "write example_names = [\"Alice\", \"Basile\"]");
}

void ContentLoader::read_glyphs() {
    for (const Alphabet alphabet : all_alphabets) {
        const auto file = glyph_file(bundle_, alphabet);
        content_.models_[static_cast<std::size_t>(alphabet)] = read_models(file);
        count_into_version(file);
    }
    content_.marks_ = read_marks(glyph_file(bundle_, Alphabet::cursive));
}

} // namespace mirabelle
