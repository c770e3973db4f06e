// Who looks after windows on an X server: a desktop has a window manager, a kiosk often none.
#pragma once

namespace mirabelle {

/// Whether a window manager answers on the X server that the environment names (Extended Window Manager
/// Hints 1.5, _NET_SUPPORTING_WM_CHECK). False also where there is no such server.
bool window_manager_runs();

} // namespace mirabelle
