#include "platform/linux/window_manager.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <memory>

namespace mirabelle {

namespace {

struct DisplayCloser {
    void operator()(Display* display) const { XCloseDisplay(display); }
};
struct PropertyFree {
    void operator()(unsigned char* value) const { XFree(value); }
};

} // namespace

bool window_manager_runs() {
    const std::unique_ptr<Display, DisplayCloser> display(XOpenDisplay(nullptr));
    if (!display)
        return false;
    // Where nobody has ever asked for this name, no window manager has either.
    const Atom check = XInternAtom(display.get(), "_NET_SUPPORTING_WM_CHECK", True);
    if (check == None)
        return false;
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* value = nullptr;
    const int answer = XGetWindowProperty(display.get(), DefaultRootWindow(display.get()), check, 0, 1, False,
                                          XA_WINDOW, &type, &format, &count, &left, &value);
    const std::unique_ptr<unsigned char, PropertyFree> owned(value);
    return answer == Success && type == XA_WINDOW && count == 1;
}

} // namespace mirabelle
