// Fingers for an X server with the driver "inputtest": reads what they do from standard input, one line each,
//   down ID X Y | move ID X Y | up ID      a finger, X and Y as shares (0..1) of the screen
//   press X Y | drag X Y | release         the left button of the mouse
//   sleep MS
// and prints the instant of each (nanoseconds of the monotonic clock) just before it reaches the server.
// usage: touch_injector FOLDER     (of the sockets "touch" and "mouse")
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

// The numbers of the server's own touch events.
constexpr std::uint32_t touch_begin = 18, touch_update = 19, touch_end = 20;
constexpr double axis_range = 65535;

/// One input device of the server. Only one connection is allowed for the server's whole life.
class Device {
  public:
    explicit Device(const std::string& path) : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path)
            throw std::runtime_error(path + ": too long for a socket");
        std::strcpy(address.sun_path, path.c_str());
        if (socket_ < 0 || connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error(path + ": " + std::strerror(errno));
        xf86ITEventClientVersion mine{};
        mine.major = XF86IT_PROTOCOL_VERSION_MAJOR;
        mine.minor = XF86IT_PROTOCOL_VERSION_MINOR;
        send(mine, XF86IT_EVENT_CLIENT_VERSION);
        receive<xf86ITResponseServerVersion>();
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device() { close(socket_); }

    template <typename Event>
    void send(Event event, xf86ITEventType type) {
        event.header.length = sizeof event;
        event.header.type = type;
        if (write(socket_, &event, sizeof event) != static_cast<ssize_t>(sizeof event))
            throw std::runtime_error("the server does not take what the fingers do");
    }
    /// Returns when the server has dealt with `event`.
    template <typename Event>
    void perform(Event event, xf86ITEventType type) {
        send(event, type);
        send(xf86ITEventWaitForSync{}, XF86IT_EVENT_WAIT_FOR_SYNC);
        receive<xf86ITResponseSyncFinished>();
    }

  private:
    template <typename Answer>
    void receive() {
        Answer answer{};
        if (read(socket_, &answer, sizeof answer) != static_cast<ssize_t>(sizeof answer))
            throw std::runtime_error("the server does not answer; is another injector connected?");
    }

    int socket_;
};

struct Place {
    double x = 0, y = 0;
};

xf86ITValuatorData valuators(Place at) {
    xf86ITValuatorData data{};
    data.mask[0] = 3;
    data.valuators[0] = at.x * axis_range;
    data.valuators[1] = at.y * axis_range;
    return data;
}

class Hands {
  public:
    explicit Hands(const std::string& sockets) : panel_(sockets + "/touch"), mouse_(sockets + "/mouse") {}

    void perform(std::istringstream& words) {
        std::string what;
        words >> what;
        if (what == "sleep") {
            int milliseconds = 0;
            words >> milliseconds;
            check(words);
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            return;
        }
        if (what == "down" || what == "move" || what == "up")
            finger(what, words);
        else
            mouse(what, words);
    }

  private:
    static void check(const std::istringstream& words) {
        if (!words)
            throw std::runtime_error("not understood: " + words.str());
    }
    static void tell_instant() {
        std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                                         std::chrono::steady_clock::now().time_since_epoch())
                                                         .count()));
        std::fflush(stdout);
    }

    void finger(const std::string& what, std::istringstream& words) {
        xf86ITEventTouch event{};
        words >> event.touchid;
        Place& at = places_[event.touchid];
        if (what != "up")
            words >> at.x >> at.y;
        check(words);
        event.touch_type = what == "down" ? touch_begin : what == "move" ? touch_update : touch_end;
        event.valuators = valuators(at);
        tell_instant();
        // The server lifts a finger itself when the program under it dies, and then answers no further
        // lifting.
        if (what == "up")
            panel_.send(event, XF86IT_EVENT_TOUCH);
        else
            panel_.perform(event, XF86IT_EVENT_TOUCH);
    }

    void mouse(const std::string& what, std::istringstream& words) {
        if (what != "release") {
            xf86ITEventMotion motion{};
            Place at;
            words >> at.x >> at.y;
            check(words);
            motion.is_absolute = 1;
            motion.valuators = valuators(at);
            tell_instant();
            mouse_.perform(motion, XF86IT_EVENT_MOTION);
        }
        if (what == "drag")
            return;
        if (what != "press" && what != "release")
            throw std::runtime_error("not understood: " + words.str());
        xf86ITEventButton button{};
        button.button = 1;
        button.is_press = what == "press";
        tell_instant();
        mouse_.perform(button, XF86IT_EVENT_BUTTON);
    }

    Device panel_, mouse_;
    std::map<std::uint32_t, Place> places_;
};

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: touch_injector FOLDER\n";
        return 2;
    }
    try {
        Hands hands(words[1]);
        for (std::string line; std::getline(std::cin, line);) {
            std::istringstream stream(line);
            hands.perform(stream);
        }
    } catch (const std::exception& error) {
        std::cerr << "touch_injector: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
