#include "engine/exercise.h"

namespace mirabelle {

const NamedError* error_for(const Exercise& exercise, std::string_view response) {
    for (const NamedError& error : exercise.errors)
        if (error.response == response)
            return &error;
    return nullptr;
}

} // namespace mirabelle
