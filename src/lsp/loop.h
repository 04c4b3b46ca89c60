// The server's streams and its one loop.
#pragma once

#include "lsp/options.h"

namespace daphnia::lsp {

// Serves on these streams until the editor says that it is over, closes them or is gone. Returns the exit code: that of
// the protocol, 0 when the editor shut the server down first, else 1.
int serve(const Options& options, int input, int output);

} // namespace daphnia::lsp
