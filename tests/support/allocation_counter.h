// Counts the memory this thread takes through operator new, to prove that drawing a frame takes none.
#pragma once

namespace mirabelle {

class AllocationCounter {
  public:
    AllocationCounter() : before_(total()) {}
    /// Allocations of this thread since this object was made.
    long count() const { return total() - before_; }

  private:
    static long total();
    long before_;
};

} // namespace mirabelle
