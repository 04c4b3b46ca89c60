// Memory for a process that asks Z3 often.
#pragma once

#include <cstdint>

namespace daphnia::solver {

// Makes the process keep the memory that queries free, in huge pages where the system has some: for one that asks
// often, before its first query. What is taken ahead is a small part of the limit, if there is one (0: none). That the
// system refuses costs time and nothing else.
void keep_memory(std::uint64_t limit_mb);

} // namespace daphnia::solver
