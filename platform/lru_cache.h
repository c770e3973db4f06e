// Keeps what was made until too much is kept; then what was unused for longest goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace mirabelle {

/// `Value` has bytes(). Finding allocates nothing; what was used since the last trim() always stays in place.
template <typename Key, typename Value>
class LruCache {
  public:
    explicit LruCache(std::size_t budget_bytes) : budget_(budget_bytes) {}

    template <typename Probe>
    const Value* find(const Probe& key) {
        const auto found = entries_.find(key);
        if (found == entries_.end())
            return nullptr;
        found->second.last_used = turn_;
        return &found->second.value;
    }

    const Value& insert(Key key, Value value) {
        bytes_ += value.bytes();
        return entries_.insert_or_assign(std::move(key), Entry{std::move(value), turn_}).first->second.value;
    }

    void set_budget(std::size_t bytes) { budget_ = bytes; }

    void trim() {
        while (bytes_ > budget_ && forget_oldest()) {
        }
        ++turn_;
    }

    void clear() {
        entries_.clear();
        bytes_ = 0;
    }

    std::size_t bytes() const { return bytes_; }

  private:
    struct Entry {
        Value value;
        std::uint64_t last_used;
    };

    bool forget_oldest() {
        auto oldest = entries_.end();
        for (auto entry = entries_.begin(); entry != entries_.end(); ++entry)
            if (entry->second.last_used != turn_ &&
                (oldest == entries_.end() || entry->second.last_used < oldest->second.last_used))
                oldest = entry;
        if (oldest == entries_.end())
            return false;
        bytes_ -= oldest->second.value.bytes();
        entries_.erase(oldest);
        return true;
    }

    std::size_t budget_;
    std::size_t bytes_ = 0;
    std::uint64_t turn_ = 0;
    std::map<Key, Entry, std::less<>> entries_;
};

} // namespace mirabelle
