// What leaves the device: the answers under pseudonyms, to a spreadsheet or to the académie.
#include "engine/civil_time.h"
#include "teacher/exchange/export.h"
#include "teacher/pages/packs_view.h"
#include "teacher/pages/pages.h"
#include "teacher/panel/files.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr UtcMilliseconds one_day = 24 * 60 * 60 * 1000;
constexpr std::array<UtcMilliseconds, 3> spans{0, 31 * one_day, 7 * one_day}; // 0: everything
constexpr int steps_a_frame = 4;                                              // some 5 ms

class DataPage final : public Page {
  public:
    explicit DataPage(Desk& desk) : desk_(desk) {}

    void leave() override { packs_.reset(); }
    void refresh() override {
        if (!job_)
            result_.clear();
    }
    bool busy() const override { return job_ != nullptr; }

    void draw(const Look& look) override {
        if (packs_) {
            packs_->draw(look);
            if (packs_->closed())
                packs_.reset();
            return;
        }
        const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(860));
        say(look, Type::title, desk_.words("data.title"));
        say_wrapped(look, Type::body, desk_.words("data.why"), width, panel_colour::quiet);
        space(look.pixels(4));
        if (job_) {
            work(look, width);
            return;
        }
        draw_choices(look, width);
        if (button(look, desk_.words("data.start"), Icon::save, Tone::strong))
            start();
        if (!desk_.pack_folder.empty())
            ImGui::SameLine(0, look.gap * 2);
        if (!desk_.pack_folder.empty() && button(look, desk_.words("packs.open"), Icon::plus, Tone::quiet))
            packs_.emplace(desk_);
        if (!result_.empty()) {
            space(look.pixels(4));
            say_wrapped(look, Type::heading, result_, width,
                        failed_ ? panel_colour::warning : panel_colour::accent);
        }
    }

  private:
    void draw_choices(const Look& look, float width) {
        say(look, Type::heading, desk_.words("data.format"));
        const std::array formats{desk_.words("data.csv"), desk_.words("data.xapi")};
        if (const int tap = choices(look, "format", formats, format_ == ExportFormat::csv ? 0 : 1); tap >= 0)
            format_ = tap == 0 ? ExportFormat::csv : ExportFormat::xapi;
        say_wrapped(look, Type::body,
                    desk_.words(format_ == ExportFormat::csv ? "data.csv_why" : "data.xapi_why"), width,
                    panel_colour::quiet);
        space(look.pixels(4));
        say(look, Type::heading, desk_.words("data.since"));
        const std::array since{desk_.words("data.all"), desk_.words("data.month"), desk_.words("data.week")};
        if (const int tap = choices(look, "since", since, static_cast<int>(span_)); tap >= 0)
            span_ = static_cast<std::size_t>(tap);
        space(look.pixels(4));
        say(look, Type::heading, desk_.words("data.where"));
        std::vector<std::string> names;
        for (const auto& folder : desk_.file_folders)
            names.push_back(folder.filename().string());
        std::vector<const char*> labels;
        for (const std::string& name : names)
            labels.push_back(name.c_str());
        if (const int tap = choices(look, "folder", labels, static_cast<int>(folder_)); tap >= 0)
            folder_ = static_cast<std::size_t>(tap);
        space(look.pixels(8));
    }

    void start() {
        failed_ = false;
        result_.clear();
        if (desk_.file_folders.empty()) {
            failed_ = true;
            result_ = desk_.words("data.no_folder");
            return;
        }
        const auto& folder = desk_.file_folders[std::min(folder_, desk_.file_folders.size() - 1)];
        const std::string date = iso_instant(desk_.now + desk_.day_offset).substr(0, 10);
        file_ = free_name(folder, "mirabelle-" + date, format_ == ExportFormat::csv ? ".csv" : ".jsonl");
        const UtcMilliseconds since = spans[span_] == 0 ? 0 : desk_.now - spans[span_];
        guarded([&] {
            job_ = std::make_unique<ExportJob>(desk_.journal, desk_.content, desk_.activities,
                                               ExportRequest{format_, file_, since, desk_.now});
        });
    }

    void work(const Look& look, float width) {
        ExportProgress progress;
        guarded([&] {
            for (int step = 0; step < steps_a_frame && !progress.is_done && !progress.is_being_saved; ++step)
                progress = job_->step();
        });
        if (!job_)
            return;
        say(look, Type::heading, desk_.words("data.working"));
        progress_bar(look, progress.share, width);
        if (progress.is_being_saved)
            return;
        if (button(look, desk_.words("data.cancel"), Icon::close, Tone::plain)) {
            job_.reset();
            result_ = desk_.words("data.cancelled");
        } else if (progress.is_done) {
            result_ = desk_.words.with("data.done", {{"answers", std::to_string(job_->answers())},
                                                     {"children", std::to_string(job_->children())},
                                                     {"file", file_.string()}});
            job_.reset();
        }
    }

    /// What fails is told here, and leaves nothing half done.
    template <typename Work>
    void guarded(Work work_now) {
        try {
            work_now();
        } catch (const ExportError& error) {
            fail(error.what());
        } catch (const JournalError& error) {
            fail(error.what());
        }
    }
    void fail(const char* why) {
        failed_ = true;
        result_ = desk_.words.with("data.failed", {{"why", why}});
        job_.reset();
    }

    Desk& desk_;
    ExportFormat format_ = ExportFormat::csv;
    std::size_t span_ = 0, folder_ = 0;
    std::filesystem::path file_;
    std::unique_ptr<ExportJob> job_;
    std::string result_;
    bool failed_ = false;
    std::optional<PacksView> packs_; ///< shown in place of the export
};

} // namespace

std::unique_ptr<Page> make_data_page(Desk& desk) { return std::make_unique<DataPage>(desk); }

} // namespace mirabelle
