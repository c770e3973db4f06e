#include "platform/panel_painter.h"

#include "platform/compositor.h"
#include "platform/fingerprint.h"
#include "platform/side_by_side.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mirabelle {

namespace {

constexpr int panel_band_height = 32; // pixels: a few bands for a button that is pressed
constexpr int rows_worth_a_thread = 4 * panel_band_height;

struct Shade {
    float red = 0, green = 0, blue = 0, alpha = 0; ///< 0..255
};

Shade operator+(Shade a, Shade b) {
    return {a.red + b.red, a.green + b.green, a.blue + b.blue, a.alpha + b.alpha};
}
Shade operator*(Shade a, float factor) {
    return {a.red * factor, a.green * factor, a.blue * factor, a.alpha * factor};
}

Shade shade_of(ImU32 colour) {
    const auto part = [colour](int shift) { return static_cast<float>(colour >> shift & 0xFFU); };
    return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

/// `alpha` 0..255 of a straight colour over an opaque pixel.
std::uint32_t blended(std::uint32_t under, std::uint32_t red, std::uint32_t green, std::uint32_t blue,
                      std::uint32_t alpha) {
    const std::uint32_t rest = 255 - alpha;
    const auto part = [&](std::uint32_t over, int shift) {
        const std::uint32_t sum = over * alpha + (under >> shift & 0xFFU) * rest + 127;
        return (sum + (sum >> 8U) + 1) >> 8U;
    };
    return part(red, 16) << 16U | part(green, 8) << 8U | part(blue, 0);
}

std::uint32_t whole(float part) { return static_cast<std::uint32_t>(std::clamp(part + 0.5F, 0.0F, 255.0F)); }

/// What varies over a triangle, as a plane: value at (x, y) = start + x·across + y·down.
template <typename Value>
struct Plane {
    Value start, across, down;
    Value at(float x, float y) const { return start + across * x + down * y; }
};

struct Corner {
    float x = 0, y = 0;
};

template <typename Value>
Plane<Value> plane_through(const std::array<Corner, 3>& at, const std::array<Value, 3>& values) {
    const float x1 = at[1].x - at[0].x, y1 = at[1].y - at[0].y, x2 = at[2].x - at[0].x,
                y2 = at[2].y - at[0].y;
    const float area = x1 * y2 - x2 * y1;
    const Value first = values[1] + values[0] * -1.0F, second = values[2] + values[0] * -1.0F;
    const Value across = (first * y2 + second * -y1) * (1 / area);
    const Value down = (second * x1 + first * -x2) * (1 / area);
    return {values[0] + across * -at[0].x + down * -at[0].y, across, down};
}

struct Texel {
    float u = 0, v = 0; ///< pixels of the texture
};
Texel operator+(Texel a, Texel b) { return {a.u + b.u, a.v + b.v}; }
Texel operator*(Texel a, float factor) { return {a.u * factor, a.v * factor}; }

class Brush {
  public:
    Brush(SDL_Surface& surface, const SDL_Rect& clip, const PanelTexture* texture, ImVec2 white)
        : surface_(surface), clip_(clip), texture_(texture), white_(white) {}

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
        const std::array corners{Corner{a.pos.x, a.pos.y}, Corner{b.pos.x, b.pos.y},
                                 Corner{c.pos.x, c.pos.y}};
        const float area = (corners[1].x - corners[0].x) * (corners[2].y - corners[0].y) -
                           (corners[2].x - corners[0].x) * (corners[1].y - corners[0].y);
        if (std::abs(area) < 1e-6F)
            return;
        const bool plain = is_white(a) && is_white(b) && is_white(c);
        const bool even = a.col == b.col && b.col == c.col;
        // Most triangles need neither plane, and there are thousands of them in a frame.
        const auto shades =
            plain && !even
                ? plane_through<Shade>(corners, {shade_of(a.col), shade_of(b.col), shade_of(c.col)})
                : Plane<Shade>{};
        const auto texels =
            plain ? Plane<Texel>{} : plane_through<Texel>(corners, {texel(a), texel(b), texel(c)});
        const auto [top, bottom] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
        const int first = std::max(clip_.y, first_centre(top));
        const int last = std::min(clip_.y + clip_.h, first_centre(bottom));
        for (int y = first; y < last; ++y) {
            const auto [left, right] = span(corners, static_cast<float>(y) + 0.5F);
            const int from = std::max(clip_.x, first_centre(left)),
                      to = std::min(clip_.x + clip_.w, first_centre(right));
            if (from >= to)
                continue;
            if (plain && even)
                fill(y, from, to, shade_of(a.col));
            else if (plain)
                shade(y, from, to, shades);
            else
                picture(y, from, to, texels, shade_of(a.col));
        }
    }

    /// Upright, of one colour: a letter, a bar or a picture, which most of a page is made of. Fills the same
    /// pixels as its two triangles.
    void rectangle(const ImDrawVert& high, const ImDrawVert& low) {
        const int top = std::max(clip_.y, first_centre(high.pos.y));
        const int bottom = std::min(clip_.y + clip_.h, first_centre(low.pos.y));
        const int from = std::max(clip_.x, first_centre(high.pos.x));
        const int to = std::min(clip_.x + clip_.w, first_centre(low.pos.x));
        if (from >= to)
            return;
        const Shade tint = shade_of(high.col);
        const bool plain = is_white(high) && is_white(low);
        Plane<Texel> texels;
        if (!plain) {
            const Texel start = texel(high), end = texel(low);
            texels.across = {(end.u - start.u) / (low.pos.x - high.pos.x), 0};
            texels.down = {0, (end.v - start.v) / (low.pos.y - high.pos.y)};
            texels.start = start + texels.across * -high.pos.x + texels.down * -high.pos.y;
        }
        for (int y = top; y < bottom; ++y)
            plain ? fill(y, from, to, tint) : picture(y, from, to, texels, tint);
    }

  private:
    static int first_centre(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }
    bool is_white(const ImDrawVert& vertex) const {
        return vertex.uv.x == white_.x && vertex.uv.y == white_.y;
    }

    Texel texel(const ImDrawVert& vertex) const {
        if (texture_ == nullptr)
            return {};
        const bool letters = texture_->kind == PanelTexture::Kind::letters;
        const int width = letters ? texture_->mask.width : texture_->raster.width;
        const int height = letters ? texture_->mask.height : texture_->raster.height;
        return {vertex.uv.x * static_cast<float>(width), vertex.uv.y * static_cast<float>(height)};
    }

    /// Where a line of pixels cuts the triangle. An edge gives the same place for both triangles it parts.
    static std::pair<float, float> span(const std::array<Corner, 3>& corners, float y) {
        float left = 1e9F, right = -1e9F;
        for (std::size_t i = 0; i < 3; ++i) {
            Corner high = corners[i], low = corners[(i + 1) % 3];
            if (high.y > low.y)
                std::swap(high, low);
            if (y < high.y || y >= low.y)
                continue;
            const float x = high.x + (low.x - high.x) * ((y - high.y) / (low.y - high.y));
            left = std::min(left, x);
            right = std::max(right, x);
        }
        return {left, right};
    }

    std::uint32_t* row(int y) const {
        return reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface_.pixels) +
                                                static_cast<std::ptrdiff_t>(y) * surface_.pitch);
    }
    void put(std::uint32_t& pixel, Shade colour) const {
        pixel =
            blended(pixel, whole(colour.red), whole(colour.green), whole(colour.blue), whole(colour.alpha));
    }

    void fill(int y, int from, int to, Shade colour) const {
        std::uint32_t* pixels = row(y);
        const std::uint32_t red = whole(colour.red), green = whole(colour.green), blue = whole(colour.blue),
                            alpha = whole(colour.alpha);
        if (alpha == 255)
            std::fill(pixels + from, pixels + to, red << 16U | green << 8U | blue);
        else
            for (int x = from; x < to; ++x)
                pixels[x] = blended(pixels[x], red, green, blue, alpha);
    }

    void shade(int y, int from, int to, const Plane<Shade>& shades) const {
        Shade colour = shades.at(static_cast<float>(from) + 0.5F, static_cast<float>(y) + 0.5F);
        std::uint32_t* pixels = row(y);
        for (int x = from; x < to; ++x, colour = colour + shades.across)
            put(pixels[x], colour);
    }

    void picture(int y, int from, int to, const Plane<Texel>& texels, Shade tint) const {
        if (texture_ == nullptr)
            return;
        Texel at = texels.at(static_cast<float>(from) + 0.5F, static_cast<float>(y) + 0.5F);
        std::uint32_t* pixels = row(y);
        const bool letters = texture_->kind == PanelTexture::Kind::letters;
        const int width = letters ? texture_->mask.width : texture_->raster.width;
        const int height = letters ? texture_->mask.height : texture_->raster.height;
        const std::uint32_t red = whole(tint.red), green = whole(tint.green), blue = whole(tint.blue),
                            alpha = whole(tint.alpha);
        for (int x = from; x < to; ++x, at = at + texels.across) {
            const int u = std::clamp(static_cast<int>(at.u), 0, width - 1);
            const int v = std::clamp(static_cast<int>(at.v), 0, height - 1);
            if (letters) {
                const std::uint32_t cover = texture_->mask.row(v)[u];
                if (cover > 0)
                    pixels[x] = blended(pixels[x], red, green, blue, (alpha * cover + 127) / 255);
            } else {
                pixels[x] = over(texture_->raster.row(v)[u], pixels[x]);
            }
        }
    }
    SDL_Surface& surface_;
    SDL_Rect clip_;
    const PanelTexture* texture_;
    ImVec2 white_;
};

SDL_Rect clip_of(const ImVec4& clip, const SDL_Surface& surface) {
    const int left = std::clamp(static_cast<int>(clip.x), 0, surface.w);
    const int top = std::clamp(static_cast<int>(clip.y), 0, surface.h);
    const int right = std::clamp(static_cast<int>(std::ceil(clip.z)), left, surface.w);
    const int bottom = std::clamp(static_cast<int>(std::ceil(clip.w)), top, surface.h);
    return {left, top, right - left, bottom - top};
}

std::uint64_t fingerprint_of(const ImDrawVert& vertex) {
    Fingerprint print;
    print.add(vertex.pos.x, vertex.pos.y);
    print.add(vertex.uv.x, vertex.uv.y);
    print.add(std::uint64_t{vertex.col});
    return print.value();
}

std::uint64_t fingerprint_of(const ImDrawCmd& command) {
    const auto* texture = static_cast<const PanelTexture*>(command.GetTexID());
    Fingerprint print;
    print.add(command.ClipRect.x, command.ClipRect.y);
    print.add(command.ClipRect.z, command.ClipRect.w);
    print.add(std::uint64_t{reinterpret_cast<std::uintptr_t>(texture)});
    print.add(texture != nullptr ? std::uint64_t{texture->version} : 0);
    return print.value();
}

/// Whether six corners are the two halves of an upright rectangle of one colour, the first its upper left and
/// the third its lower right corner, as Dear ImGui writes them.
bool is_rectangle(const ImDrawVert* vertices, const ImDrawIdx* corners) {
    if (corners[0] != corners[3] || corners[2] != corners[4])
        return false;
    const ImDrawVert &a = vertices[corners[0]], &b = vertices[corners[1]], &c = vertices[corners[2]],
                     &d = vertices[corners[5]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x;
    const bool even = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
    return upright && even && a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.col == b.col && b.col == c.col &&
           c.col == d.col;
}

bool meets(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, float first, float last) {
    return std::max({a.pos.y, b.pos.y, c.pos.y}) > first && std::min({a.pos.y, b.pos.y, c.pos.y}) < last;
}

enum class Shape : std::uint8_t { triangle, rectangle };

/// Calls `use(shape, a, b, c)` for each shape that meets the lines from `first` to `last`. A rectangle comes
/// once: its upper left corner is `a`, its lower right one `c`.
template <typename Use>
void each_shape(const ImDrawList& list, const ImDrawCmd& command, float first, float last, Use use) {
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned corner = 0; corner + 2 < command.ElemCount; corner += 3) {
        const ImDrawVert &a = vertices[corners[corner]], &b = vertices[corners[corner + 1]],
                         &c = vertices[corners[corner + 2]];
        const bool whole = corner + 5 < command.ElemCount && is_rectangle(vertices, corners + corner);
        if (meets(a, b, c, first, last))
            use(whole ? Shape::rectangle : Shape::triangle, a, b, c);
        if (whole)
            corner += 3;
    }
}

void paint_part(SDL_Surface& surface, const ImDrawData& data, const SDL_Rect& part, ImVec2 white_pixel) {
    const auto top = static_cast<float>(part.y), bottom = static_cast<float>(part.y + part.h);
    for (int number = 0; number < data.CmdListsCount; ++number) {
        const ImDrawList& list = *data.CmdLists[number];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            SDL_Rect clip = clip_of(command.ClipRect, surface);
            if (SDL_IntersectRect(&clip, &part, &clip) == SDL_FALSE)
                continue;
            Brush brush(surface, clip, static_cast<const PanelTexture*>(command.GetTexID()), white_pixel);
            each_shape(list, command, top, bottom,
                       [&](Shape shape, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
                           shape == Shape::rectangle ? brush.rectangle(a, c) : brush.triangle(a, b, c);
                       });
        }
    }
}

/// The same rows in as many parts as can be painted side by side, each long enough to be worth it.
std::vector<SDL_Rect> shared_out(std::span<const SDL_Rect> parts) {
    int rows = 0;
    for (const SDL_Rect& part : parts)
        rows += part.h;
    const int wished = 2 * static_cast<int>(side_by_side_at_most()); // they are not equally hard
    const int most = std::max(rows_worth_a_thread, (rows + wished - 1) / wished);
    std::vector<SDL_Rect> shares;
    for (const SDL_Rect& part : parts)
        for (int top = part.y; top < part.y + part.h; top += most)
            shares.push_back({part.x, top, part.w, std::min(most, part.y + part.h - top)});
    return shares;
}

} // namespace

void PanelPainter::read_bands(const SDL_Surface& surface, const ImDrawData& data) {
    wanted_.assign(static_cast<std::size_t>((surface.h + panel_band_height - 1) / panel_band_height), 0);
    for (int number = 0; number < data.CmdListsCount; ++number) {
        const ImDrawList& list = *data.CmdLists[number];
        vertices_.clear();
        for (const ImDrawVert& vertex : list.VtxBuffer)
            vertices_.push_back(fingerprint_of(vertex));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const SDL_Rect clip = clip_of(command.ClipRect, surface);
            if (clip.w <= 0 || clip.h <= 0)
                continue;
            const std::uint64_t common = fingerprint_of(command);
            const auto print = [&](const ImDrawVert& vertex) {
                return vertices_[static_cast<std::size_t>(&vertex - list.VtxBuffer.Data)];
            };
            const auto top = static_cast<float>(clip.y), bottom = static_cast<float>(clip.y + clip.h);
            each_shape(list, command, top, bottom,
                       [&](Shape shape, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
                           const float high = std::max(top, std::min({a.pos.y, b.pos.y, c.pos.y}));
                           const float low = std::min(bottom, std::max({a.pos.y, b.pos.y, c.pos.y}));
                           const auto first = static_cast<std::size_t>(high) / panel_band_height;
                           const auto last =
                               std::min(static_cast<std::size_t>(std::ceil(low) + panel_band_height - 1) /
                                            panel_band_height,
                                        wanted_.size());
                           Fingerprint drawn;
                           drawn.add(common);
                           drawn.add(static_cast<std::uint64_t>(shape));
                           drawn.add(print(a));
                           drawn.add(print(b));
                           drawn.add(print(c));
                           for (std::size_t band = first; band < last; ++band)
                               wanted_[band] = (wanted_[band] ^ drawn.value()) * 0x9E3779B97F4A7C15U + 1;
                       });
        }
    }
}

std::span<const SDL_Rect> PanelPainter::paint(SDL_Surface& surface, const ImDrawData& data,
                                              ImVec2 white_pixel) {
    read_bands(surface, data);
    changed_.clear();
    for (std::size_t band = 0; band < wanted_.size(); ++band) {
        if (band < bands_.size() && bands_[band] == wanted_[band])
            continue;
        const int top = static_cast<int>(band) * panel_band_height,
                  bottom = std::min(top + panel_band_height, surface.h);
        if (!changed_.empty() && changed_.back().y + changed_.back().h == top)
            changed_.back().h = bottom - changed_.back().y;
        else
            changed_.push_back({0, top, surface.w, bottom - top});
    }
    bands_.swap(wanted_);
    const std::vector<SDL_Rect> shares = shared_out(changed_);
    side_by_side(shares.size(),
                 [&](std::size_t i, std::size_t) { paint_part(surface, data, shares[i], white_pixel); });
    return changed_;
}

} // namespace mirabelle
