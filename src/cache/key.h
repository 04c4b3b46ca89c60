// What an answer depends on, as a key.
#pragma once

#include "solver/prover.h"

#include <cstdint>
#include <string>

namespace daphnia::cache {

// Everything that the solver is told of the query, and nothing else, as bytes: equal bytes mean equal queries, term for
// term and in the same order. Each term, sort and function is written once, and then meant by its number.
std::string query_bytes(const solver::Query& query);

// All that an attempt says, likewise.
std::string attempt_bytes(const solver::Attempt& attempt);

// The keys under which answers to one query are kept, each 64 lower-case hexadecimal digits: the SHA-256 of the version
// of all that turns queries into answers, of the prover and its parameters, of the attempt and of the query.
class Keys {
  public:
    Keys(const solver::Query& query, const solver::Prover& prover, const solver::Attempt& attempt);
    // Of an answer that has left some of its budget: every budget that is as large as its cost gives the same.
    const std::string& within() const { return within_; }
    // Of an answer that has used up its budget, or has been ended by it: what another budget gives is not known.
    std::string exact(std::uint64_t resources) const;

  private:
    std::string common_;
    std::string within_;
};

} // namespace daphnia::cache
