#include "teacher/panel/icons.h"

#include <cmath>
#include <initializer_list>

namespace mirabelle {

namespace {

constexpr float pi = 3.14159265F;

/// Draws on a square of 24 by 24 steps, as icons usually are.
class Pen {
  public:
    Pen(ImDrawList& list, ImVec2 centre, float side, ImU32 colour)
        : list_(list),
          step_(side / 24),
          left_(centre.x - side / 2),
          top_(centre.y - side / 2),
          colour_(colour) {}

    ImVec2 at(float x, float y) const { return {left_ + x * step_, top_ + y * step_}; }
    enum class Path : std::uint8_t { open, closed };
    void line(std::initializer_list<ImVec2> points, Path path = Path::open) {
        for (const ImVec2& point : points)
            list_.PathLineTo(at(point.x, point.y));
        list_.PathStroke(colour_, path == Path::closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
    }
    void circle(float x, float y, float radius) {
        list_.AddCircle(at(x, y), radius * step_, colour_, 0, width());
    }
    void dot(float x, float y, float radius) { list_.AddCircleFilled(at(x, y), radius * step_, colour_); }
    void arc(float x, float y, float radius, float from, float to) {
        list_.PathArcTo(at(x, y), radius * step_, from, to);
        list_.PathStroke(colour_, ImDrawFlags_None, width());
    }
    void box(float x, float y, float right, float bottom, float radius) {
        list_.AddRect(at(x, y), at(right, bottom), colour_, radius * step_, 0, width());
    }
    void solid_box(float x, float y, float right, float bottom) {
        list_.AddRectFilled(at(x, y), at(right, bottom), colour_, step_);
    }
    void solid(std::initializer_list<ImVec2> points) {
        for (const ImVec2& point : points)
            list_.PathLineTo(at(point.x, point.y));
        list_.PathFillConvex(colour_);
    }

  private:
    float width() const { return 2.1F * step_; }

    ImDrawList& list_;
    float step_, left_, top_;
    ImU32 colour_;
};

void draw_person(Pen& pen, float x, float y, float size) {
    pen.circle(x, y - 4 * size, 3.2F * size);
    pen.arc(x, y + 6 * size, 6 * size, -pi, 0);
}

void draw_gear(Pen& pen) {
    pen.circle(12, 12, 3.2F);
    pen.circle(12, 12, 6.6F);
    for (int tooth = 0; tooth < 8; ++tooth) {
        const float angle = static_cast<float>(tooth) * pi / 4, x = std::cos(angle), y = std::sin(angle);
        pen.line({{12 + 6.6F * x, 12 + 6.6F * y}, {12 + 9.6F * x, 12 + 9.6F * y}});
    }
}

} // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float side, ImU32 colour) {
    Pen pen(list, centre, side, colour);
    switch (icon) {
    case Icon::none:
        return;
    case Icon::children:
        draw_person(pen, 8, 13, 0.95F);
        draw_person(pen, 17, 14, 0.75F);
        return;
    case Icon::child:
        return draw_person(pen, 12, 13, 1.2F);
    case Icon::play:
        return pen.line({{7, 4}, {20, 12}, {7, 20}}, Pen::Path::closed);
    case Icon::list:
        for (const float y : {6.0F, 12.0F, 18.0F}) {
            pen.dot(4.5F, y, 1.5F);
            pen.line({{9, y}, {21, y}});
        }
        return;
    case Icon::save:
        pen.line({{12, 3}, {12, 15}});
        pen.line({{7, 10.5F}, {12, 15.5F}, {17, 10.5F}});
        return pen.line({{4, 16}, {4, 21}, {20, 21}, {20, 16}});
    case Icon::settings:
        return draw_gear(pen);
    case Icon::close:
        pen.line({{5, 5}, {19, 19}});
        return pen.line({{19, 5}, {5, 19}});
    case Icon::back:
        return pen.line({{15, 4}, {7, 12}, {15, 20}});
    case Icon::erase:
        pen.line({{9, 5}, {21, 5}, {21, 19}, {9, 19}, {3, 12}}, Pen::Path::closed);
        pen.line({{12, 9}, {17, 15}});
        return pen.line({{17, 9}, {12, 15}});
    case Icon::forward:
        return pen.line({{9, 4}, {17, 12}, {9, 20}});
    case Icon::plus:
        pen.line({{12, 4}, {12, 20}});
        [[fallthrough]];
    case Icon::minus:
        return pen.line({{4, 12}, {20, 12}});
    case Icon::pencil:
        pen.line({{4, 20}, {5, 15}, {16, 4}, {20, 8}, {9, 19}}, Pen::Path::closed);
        return pen.line({{13, 7}, {17, 11}});
    case Icon::bin:
        pen.line({{4, 7}, {20, 7}});
        pen.line({{9, 7}, {9, 4}, {15, 4}, {15, 7}});
        return pen.line({{6, 7}, {7, 21}, {17, 21}, {18, 7}});
    case Icon::undo:
        pen.line({{8, 4}, {4, 8}, {8, 12}});
        pen.line({{4, 8}, {14, 8}});
        return pen.arc(14, 13.5F, 5.5F, -pi / 2, pi * 0.6F);
    case Icon::pause:
        pen.solid_box(6, 4, 10, 20);
        return pen.solid_box(14, 4, 18, 20);
    case Icon::next:
        pen.solid({{5, 4}, {15, 12}, {5, 20}});
        return pen.solid_box(16, 4, 19, 20);
    case Icon::stop:
        return pen.solid_box(5, 5, 19, 19);
    case Icon::lock:
        pen.box(5, 11, 19, 21, 2);
        return pen.arc(12, 11, 4.5F, -pi, 0);
    case Icon::check:
        return pen.line({{4, 13}, {10, 19}, {20, 6}});
    case Icon::microphone:
        pen.box(8.5F, 2, 15.5F, 14, 3.5F);
        pen.arc(12, 11, 7, 0, pi);
        pen.line({{12, 18}, {12, 22}});
        return pen.line({{8, 22}, {16, 22}});
    }
}

void draw_mastery_mark(ImDrawList& list, Mastery mastery, ImVec2 centre, float radius, ImU32 colour) {
    const float width = radius * 0.22F;
    const auto filled_from_top = [&](float share) {
        list.PathLineTo(centre);
        list.PathArcTo(centre, radius, -pi / 2, -pi / 2 + 2 * pi * share);
        list.PathFillConvex(colour);
    };
    switch (mastery) {
    case Mastery::in_progress:
        filled_from_top(0.25F);
        break;
    case Mastery::on_the_way:
        filled_from_top(0.5F);
        break;
    case Mastery::acquired:
        list.AddCircleFilled(centre, radius, colour);
        break;
    case Mastery::to_review: {
        // Once around, from the upper right to the upper left, and on.
        constexpr float from = -pi * 0.3F, to = pi * 1.25F;
        list.PathArcTo(centre, radius * 0.85F, from, to);
        list.PathStroke(colour, ImDrawFlags_None, width);
        const ImVec2 end{centre.x + radius * 0.85F * std::cos(to), centre.y + radius * 0.85F * std::sin(to)};
        const float x = -std::sin(to) * radius * 0.75F, y = std::cos(to) * radius * 0.75F; // the way it goes
        list.AddTriangleFilled({end.x + y * 0.8F, end.y - x * 0.8F}, {end.x - y * 0.8F, end.y + x * 0.8F},
                               {end.x + x, end.y + y}, colour);
        return;
    }
    case Mastery::unseen:
        break;
    }
    list.AddCircle(centre, radius, colour, 0, width);
}

} // namespace mirabelle
