// The pages of the panel, one file each: this is the only list of them.
#pragma once

#include "teacher/panel/desk.h"

#include <memory>
#include <string_view>

namespace mirabelle {

/// `desk` outlives the page.
std::unique_ptr<Page> make_class_page(Desk& desk);
std::unique_ptr<Page> make_child_page(Desk& desk);
std::unique_ptr<Page> make_launch_page(Desk& desk);
std::unique_ptr<Page> make_list_page(Desk& desk);
std::unique_ptr<Page> make_data_page(Desk& desk);
std::unique_ptr<Page> make_voices_page(Desk& desk);
std::unique_ptr<Page> make_settings_page(Desk& desk);
std::unique_ptr<Page> make_steps_page(Desk& desk);
std::unique_ptr<Page> make_groups_page(Desk& desk);

std::unique_ptr<Page> make_page(PageName name, Desk& desk);

/// What --report calls the page.
std::string_view name_of(PageName name);

} // namespace mirabelle
