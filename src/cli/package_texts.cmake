# Runs when the program is installed (package.cmake says with which variables): what is made from it.
if(NOT help2man)
  message(FATAL_ERROR "the man pages are made by help2man, which was not found when the build was configured")
endif()
set(root "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")

function(produce file)
  execute_process(COMMAND ${ARGN} OUTPUT_FILE "${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# The same bytes for the same text: no name and no time in it.
function(compressed source file)
  produce("${file}" gzip -9nc "${source}")
  file(CHMOD "${file}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

execute_process(COMMAND "${daphnia}" --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ".*\nSubcommands:\n" "" commands "${help}")
string(REGEX MATCHALL "(^|\n)  [a-z-]+ +[^\n]+" commands "${commands}")

set(pages "${root}/share/man/man1")
file(MAKE_DIRECTORY "${pages}")
# One page for each command, and one for all.
function(page name title called)
  set(page "${pages}/${name}.1")
  string(SUBSTRING "${title}" 0 1 first)
  string(SUBSTRING "${title}" 1 -1 rest)
  string(TOLOWER "${first}" first)
  produce("${page}" env SOURCE_DATE_EPOCH=1793491200 "${help2man}" --no-info --version-string=${version}
          "--name=${first}${rest}" "${called}")
  file(READ "${page}" text)
  string(REPLACE "-" "\\\\-" shown ${name})
  string(REGEX REPLACE "(\n[.]SH NAME\n)[^\n]*" "\\1${shown} \\\\- ${first}${rest}" text "${text}") # help2man's have a blank
  string(TOUPPER ${shown} title)
  string(REGEX REPLACE "\n[.]TH [^\n]*" "\n.TH ${title} 1 \"November 2026\" \"daphnia ${version}\" \"User Commands\"" text "${text}")
  file(WRITE "${page}" "${text}")
  compressed("${page}" "${page}.gz")
  file(REMOVE "${page}")
endfunction()
page(daphnia "program verifier for a subset of Dafny" "${daphnia}")
foreach(line IN LISTS commands)
  string(REGEX REPLACE "^\n?  ([a-z-]+) +(.*)$" "\\1;\\2" parts "${line}")
  list(GET parts 0 command)
  list(GET parts 1 title)
  page(daphnia-${command} "${title}" "${daphnia} ${command}")
endforeach()

foreach(place IN ITEMS bash:bash-completion/completions/daphnia zsh:zsh/vendor-completions/_daphnia
                       fish:fish/vendor_completions.d/daphnia.fish)
  string(REPLACE ":" ";" place "${place}")
  list(GET place 0 shell)
  list(GET place 1 file)
  get_filename_component(folder "${root}/share/${file}" DIRECTORY)
  file(MAKE_DIRECTORY "${folder}")
  produce("${root}/share/${file}" "${daphnia}" completion ${shell})
endforeach()

compressed("${changelog}" "${root}/${documents}/changelog.gz")
