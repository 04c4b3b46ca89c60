#include "driver/program_key.h"

#include "support/digest.h"

#include <fmt/format.h>

namespace daphnia::driver {

std::string program_key(const support::SourceFiles& files, const resolve::Options& resolve,
                        const encode::Options& encode) {
    // By name: a member that is added does not compile here before it is a part of the key.
    const auto& [reads_clauses, shadowing, refresh, references] = resolve;
    static_cast<void>(references); // notes what is there, and changes nothing of it
    const auto& [relaxed, manual] = encode;
    support::Sha256 digest;
    digest.add(
        fmt::format("{} {} {} {} {} {}\n", reads_clauses, shadowing, refresh, relaxed, manual, files.all.size()));
    for (const support::SourceFile* file : files.all) {
        digest.add(fmt::format("{} {}\n", files.included.count(file), file->text().size()));
        digest.add(file->text());
    }
    return std::move(digest).hex();
}

} // namespace daphnia::driver
