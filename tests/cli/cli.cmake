# Tests that run the built program: its inputs, its options and its budgets; what other solvers say of its conditions; the
# packages that are made of it; and the files that wire it into pipelines.
set(cli_dir ${CMAKE_CURRENT_LIST_DIR})
set(export_dir ${CMAKE_CURRENT_LIST_DIR}/../export)
set(package_dir ${CMAKE_CURRENT_LIST_DIR}/../package)
set(wiring_dir ${CMAKE_CURRENT_LIST_DIR}/../wiring)

function(daphnia_process_test name folder prefix)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*_test.cpp)
  add_executable(${name} ${sources} ${cli_dir}/process.cpp)
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
  target_compile_definitions(${name} PRIVATE DAPHNIA_BINARY="$<TARGET_FILE:daphnia>" DAPHNIA_ROOT="${PROJECT_SOURCE_DIR}")
  target_include_directories(${name} PRIVATE ${cli_dir})
  target_link_libraries(${name} PRIVATE GTest::gtest_main nlohmann_json::nlohmann_json)
  add_dependencies(${name} daphnia)
  gtest_discover_tests(${name} TEST_PREFIX ${prefix}/ DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300)
endfunction()

daphnia_process_test(cli_tests ${cli_dir} cli)
daphnia_process_test(export_tests ${export_dir} export)
daphnia_process_test(wiring_tests ${wiring_dir} wiring)
daphnia_process_test(package_tests ${package_dir} package)
target_compile_definitions(package_tests PRIVATE DAPHNIA_BUILD="${PROJECT_BINARY_DIR}")
# Tests of the cache make entries of their own.
target_link_libraries(cli_tests PRIVATE daphnia_support)
# The line that says how far a run is, which needs a terminal.
add_test(NAME cli/progress COMMAND python3 ${cli_dir}/progress.py $<TARGET_FILE:daphnia>)
