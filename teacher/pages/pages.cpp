#include "teacher/pages/pages.h"

namespace mirabelle {

std::unique_ptr<Page> make_page(PageName name, Desk& desk) {
    switch (name) {
    case PageName::child:
        return make_child_page(desk);
    case PageName::launch:
        return make_launch_page(desk);
    case PageName::list:
        return make_list_page(desk);
    case PageName::data:
        return make_data_page(desk);
    case PageName::voices:
        return make_voices_page(desk);
    case PageName::settings:
        return make_settings_page(desk);
    case PageName::steps:
        return make_steps_page(desk);
    case PageName::groups:
        return make_groups_page(desk);
    case PageName::class_:
        break;
    }
    return make_class_page(desk);
}

std::string_view name_of(PageName name) {
    switch (name) {
    case PageName::class_:
        return "class";
    case PageName::child:
        return "child";
    case PageName::launch:
        return "launch";
    case PageName::list:
        return "list";
    case PageName::data:
        return "data";
    case PageName::voices:
        return "voices";
    case PageName::settings:
        return "settings";
    case PageName::steps:
        return "steps";
    case PageName::groups:
        break;
    }
    return "groups";
}

} // namespace mirabelle
