#include "platform/panel_layer.h"

#include "platform/surface_canvas.h"
#include "platform/svg_drawing.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace mirabelle {

namespace {

constexpr int frames_to_settle = 2; // ImGui knows what a finger touches one frame after it came
constexpr float nowhere = -std::numeric_limits<float>::max();
// Latin, and the signs of French typography.
constexpr ImWchar characters[] = {0x20, 0x17F, 0x2010, 0x2026, 0x202F, 0x202F, 0x2039, 0x203A, 0};

ImFont* add_font(const std::filesystem::path& file, float size) {
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file.string().c_str(), std::round(size), &config,
                                                            characters);
    if (font == nullptr)
        throw std::runtime_error(file.string() + ": this font is missing — build the bundle again");
    return font;
}

/// Takes over `part` of a surface that nothing shines through and that is as large as the raster.
void copy_part(const SDL_Surface& surface, const SDL_Rect& part, Raster& raster) {
    for (int y = part.y; y < part.y + part.h; ++y) {
        const auto* row =
            reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface.pixels) +
                                                   static_cast<std::ptrdiff_t>(y) * surface.pitch) +
            part.x;
        std::uint32_t* const to =
            raster.pixels.data() + static_cast<std::ptrdiff_t>(y) * raster.width + part.x;
        std::transform(row, row + part.w, to, [](std::uint32_t pixel) { return pixel | 0xFF000000U; });
    }
}

void map_keys(ImGuiIO& io) {
    io.KeyMap[ImGuiKey_Backspace] = SDL_SCANCODE_BACKSPACE;
    io.KeyMap[ImGuiKey_Delete] = SDL_SCANCODE_DELETE;
    io.KeyMap[ImGuiKey_Enter] = SDL_SCANCODE_RETURN;
    io.KeyMap[ImGuiKey_Escape] = SDL_SCANCODE_ESCAPE;
    io.KeyMap[ImGuiKey_LeftArrow] = SDL_SCANCODE_LEFT;
    io.KeyMap[ImGuiKey_RightArrow] = SDL_SCANCODE_RIGHT;
    io.KeyMap[ImGuiKey_Home] = SDL_SCANCODE_HOME;
    io.KeyMap[ImGuiKey_End] = SDL_SCANCODE_END;
}

} // namespace

PanelLayer::PanelLayer(SDL_Surface& surface, std::vector<std::filesystem::path> pictures,
                       std::filesystem::path fonts, std::span<const float> heights,
                       double pixels_per_millimetre)
    : surface_(&surface),
      density_(pixels_per_millimetre),
      picture_files_(std::move(pictures)),
      fonts_(std::move(fonts)),
      context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_); // another layer may be alive
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DisplaySize = {static_cast<float>(surface.w), static_cast<float>(surface.h)};
    io.MousePos = {nowhere, nowhere};
    map_keys(io);
    try {
        for (const float height : heights)
            loaded_fonts_.push_back(add_font(fonts_ / "Andika-Regular.ttf", height));
        std::uint8_t* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        letters_.kind = PanelTexture::Kind::letters;
        letters_.mask = {width, height, std::vector<std::uint8_t>(pixels, pixels + count)};
        io.Fonts->ClearTexData();
    } catch (...) {
        ImGui::DestroyContext(context_);
        throw;
    }
    io.Fonts->SetTexID(&letters_);
}

PanelLayer::~PanelLayer() { ImGui::DestroyContext(context_); }

void PanelLayer::touch(const Touch& touch) {
    if (touch.phase == TouchPhase::down) {
        if (pointer_)
            return;
        pointer_ = touch.finger;
    } else if (pointer_ != touch.finger) {
        return;
    }
    if (touch.phase == TouchPhase::up || touch.phase == TouchPhase::cancel)
        pointer_.reset();
    waiting_.push_back(touch);
    unsettled_ = frames_to_settle;
}

void PanelLayer::read(const SDL_Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    if (event.type == SDL_TEXTINPUT)
        io.AddInputCharactersUTF8(event.text.text);
    if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP)
        io.KeysDown[event.key.keysym.scancode] = event.type == SDL_KEYDOWN;
    if (event.type == SDL_TEXTINPUT || event.type == SDL_KEYDOWN || event.type == SDL_KEYUP)
        unsettled_ = frames_to_settle;
}

/// One press or lift a frame, or a quick tap would never be seen; moves in between count as one.
void PanelLayer::take_next_touch() {
    ImGuiIO& io = ImGui::GetIO();
    if (waiting_.empty()) {
        // A finger that is gone hovers over nothing.
        if (!io.MouseDown[0] && !pointer_)
            io.MousePos = {nowhere, nowhere};
        return;
    }
    do {
        const Touch touch = waiting_.front();
        waiting_.pop_front();
        io.MousePos = {static_cast<float>(touch.at.x * density_), static_cast<float>(touch.at.y * density_)};
        if (touch.phase != TouchPhase::move) {
            io.MouseDown[0] = touch.phase == TouchPhase::down;
            break;
        }
    } while (!waiting_.empty() && waiting_.front().phase == TouchPhase::move);
    unsettled_ = frames_to_settle;
}

void PanelLayer::frame(Milliseconds passed, const std::function<void()>& build, Paint paint) {
    ImGui::SetCurrentContext(context_);
    if (waiting_.empty() && unsettled_ > 0)
        --unsettled_;
    take_next_touch();
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = std::max(static_cast<float>(passed), 1.0F) / 1000;
    ImGui::NewFrame();
    build();
    ImGui::Render();
    if (paint == Paint::on_surface)
        changed_ = painter_.paint(*surface_, *ImGui::GetDrawData(), io.Fonts->TexUvWhitePixel);
}

void* PanelLayer::picture(PictureId picture, float side) {
    const int pixels = std::max(static_cast<int>(side), 8);
    PanelTexture& texture = pictures_[{picture, pixels}];
    if (texture.raster.width == 0)
        texture.raster =
            draw_svg(picture_files_[static_cast<std::size_t>(picture)], {pixels, pixels}, SvgFit::inside)
                .raster;
    return texture.raster.width == 0 ? nullptr : &texture;
}

void* PanelLayer::scene(Size size, float width, const std::function<void(Canvas&)>& draw) {
    const double density = width / size.width;
    const PixelSize pixels{static_cast<int>(width), static_cast<int>(std::lround(size.height * density))};
    if (!scene_canvas_)
        scene_canvas_ = std::make_unique<SurfaceCanvas>(picture_files_, fonts_, pixels, density);
    if (!scene_surface_ || scene_surface_->w != pixels.width || scene_surface_->h != pixels.height) {
        scene_surface_.reset(
            SDL_CreateRGBSurfaceWithFormat(0, pixels.width, pixels.height, 32, SDL_PIXELFORMAT_RGB888));
        scene_canvas_->resize(pixels, density);
        const auto count = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
        scene_.raster = {pixels.width, pixels.height, Coverage::opaque, std::vector<std::uint32_t>(count)};
    }
    if (!scene_surface_)
        return nullptr;
    const std::span<const SDL_Rect> changes = scene_canvas_->paint_frame(*scene_surface_, draw);
    for (const SDL_Rect& change : changes)
        copy_part(*scene_surface_, change, scene_.raster);
    if (!changes.empty())
        ++scene_.version;
    return &scene_;
}

} // namespace mirabelle
