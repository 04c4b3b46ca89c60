// Builds the blocks of a procedure in the order in which control flows.
#pragma once

#include "ivl/ivl.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::encode {

// A point that control leaves; empty when control never gets there.
using Exit = std::optional<std::size_t>;

// There is a current block or, after end(), none: then control does not get here, and what is emitted is dropped.
class Blocks {
  public:
    explicit Blocks(std::string name);

    void emit(ivl::Statement statement);
    bool is_reachable() const { return current_.has_value(); }
    // Ends the current block.
    Exit end();
    // Begins a block that control enters from these exits; without any, what follows is unreachable.
    void start(const std::string& label, const std::vector<Exit>& from);
    ivl::Procedure finish();

  private:
    ivl::Procedure procedure_;
    Exit current_;
};

} // namespace daphnia::encode
