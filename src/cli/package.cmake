# What is installed, and the two packages that `cpack` makes of it:
#   cpack -G DEB   a package for Debian 12, which names the libraries that it needs
#   cpack -G TGZ   an archive with these libraries inside, for other systems with glibc 2.36 or later
# Man pages come from what --help says, by help2man, and completions from `daphnia completion`, so they know every option.

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # packages need no tests to be built
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(documents share/doc/daphnia)
# In the archive the libraries are there; in Debian's package the folder does not exist, and the system's are found.
set(bundled lib/daphnia)
set_target_properties(daphnia PROPERTIES INSTALL_RPATH "$ORIGIN/../${bundled}")
install(TARGETS daphnia RUNTIME DESTINATION bin COMPONENT program)

foreach(readme IN ITEMS README.md grammar/README.md src/README.md src/report/README.md)
  get_filename_component(folder ${readme} DIRECTORY)
  install(FILES ${readme} DESTINATION ${documents}/${folder} COMPONENT program)
endforeach()
install(DIRECTORY examples DESTINATION ${documents} COMPONENT program)
# The extension for VS Code is there if somebody has made it (src/vscode/README.md): nothing else here needs node.
install(FILES src/vscode/dist/daphnia.vsix DESTINATION share/daphnia COMPONENT program OPTIONAL)

find_program(HELP2MAN help2man)
string(TIMESTAMP package_year "%Y" UTC)
set(package_folder ${CMAKE_CURRENT_BINARY_DIR}/package)
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
string(REGEX REPLACE "^MIT License\n+Copyright[^\n]*\n+" "" license "${license}")
string(STRIP "${license}" license)
string(REPLACE "\n\n" "\n.\n" license "${license}")
string(REPLACE "\n" "\n " license "${license}")
file(CONFIGURE OUTPUT ${package_folder}/copyright @ONLY CONTENT
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: daphnia

Files: *
Copyright: 2026 The Daphnia maintainers
License: MIT
 @license@

Files: bin/daphnia
Copyright: 2012-2017 The ANTLR Project
License: BSD-3-Clause
Comment: The program contains ANTLR's runtime, from Debian's libantlr4-runtime-dev; the licence's text is in its
 copyright file.

Files: share/daphnia/daphnia.vsix
Copyright: 2026 The Daphnia maintainers, and the authors of the libraries in it
License: MIT
Comment: An archive. It contains vscode-languageclient and what that uses; extension/dist/licences.txt in it has their
 licences.
")
file(CONFIGURE OUTPUT ${package_folder}/changelog @ONLY CONTENT
"daphnia (@PROJECT_VERSION@) bookworm; urgency=medium

  * This version's language is described in grammar/README.md.

 -- The Daphnia maintainers <maintainers@daphnia.invalid>  Sun, 01 Nov 2026 00:00:00 +0000
")
install(FILES ${package_folder}/copyright DESTINATION ${documents} COMPONENT program)

# With the program that was built, at the time of installing.
install(CODE "
set(daphnia \"$<TARGET_FILE:daphnia>\")
set(help2man \"${HELP2MAN}\")
set(version \"${PROJECT_VERSION}\")
set(changelog \"${package_folder}/changelog\")
set(documents \"${documents}\")
" COMPONENT program)
install(SCRIPT src/cli/package_texts.cmake COMPONENT program)

# All libraries but those of glibc, which belong to the system's loader, each with its licence.
install(CODE "
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES \"$<TARGET_FILE:daphnia>\" RESOLVED_DEPENDENCIES_VAR libraries
     POST_EXCLUDE_REGEXES \"/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv)[.]so[^/]*)$\")
foreach(library IN LISTS libraries)
  file(INSTALL \"\${library}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${bundled}\" TYPE SHARED_LIBRARY FOLLOW_SYMLINK_CHAIN)
  get_filename_component(name \"\${library}\" NAME)
  execute_process(COMMAND dpkg-query --search \"*/\${name}\" OUTPUT_VARIABLE owner COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE \":.*\" \"\" owner \"\${owner}\")
  file(INSTALL \"/usr/share/doc/\${owner}/copyright\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${bundled}\"
       RENAME \"\${owner}.copyright\" TYPE FILE)
endforeach()
" COMPONENT bundled)

set(CPACK_PACKAGE_NAME daphnia)
set(CPACK_PACKAGE_VENDOR "The Daphnia maintainers")
set(CPACK_PACKAGE_CONTACT "The Daphnia maintainers <maintainers@daphnia.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "program verifier for a subset of Dafny")
set(CPACK_PACKAGE_DESCRIPTION
"Daphnia checks programs against their specifications: methods with
preconditions, postconditions, loop invariants and termination measures. It
proves for all inputs that the code meets them, or shows the input and the
values with which it does not. It runs and tests programs as well.
.
The language is a subset of Dafny 4. The package holds the program, its
manual, the language reference and a course of examples.")
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS cvc5)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/src/cli/package_kinds.cmake)
set(CPACK_DAPHNIA_BUILD ${PROJECT_BINARY_DIR})
include(CPack)
