# The tests of the whole: structure (arrows, READMEs, coverage, the annotation parser), suite and examples (need the
# program), round trips (need the parser). A test per program; programs are found when the tests are listed.
set(harness_dir ${CMAKE_CURRENT_LIST_DIR})

add_library(daphnia_harness STATIC ${harness_dir}/annotations.cpp ${harness_dir}/programs.cpp)
target_include_directories(daphnia_harness PUBLIC ${harness_dir} ${PROJECT_SOURCE_DIR}/src)
target_compile_options(daphnia_harness PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_compile_definitions(daphnia_harness PRIVATE DAPHNIA_ROOT="${PROJECT_SOURCE_DIR}")
target_link_libraries(daphnia_harness PUBLIC daphnia_support fmt::fmt)

function(daphnia_harness_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  list(TRANSFORM ARG_SOURCES PREPEND ${harness_dir}/)
  add_executable(${name} ${ARG_SOURCES})
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
  target_link_libraries(${name} PRIVATE daphnia_harness ${ARG_LIBRARIES} GTest::gtest_main)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 180)
endfunction()

daphnia_harness_test(structure SOURCES annotations_test.cpp coverage_test.cpp structure_test.cpp)

daphnia_harness_test(suite SOURCES suite_test.cpp daphnia_process.cpp LIBRARIES nlohmann_json::nlohmann_json)
target_compile_definitions(suite PRIVATE DAPHNIA_BINARY="$<TARGET_FILE:daphnia>")
add_dependencies(suite daphnia)

daphnia_harness_test(reachable_ends SOURCES reachable_ends_test.cpp daphnia_process.cpp
                     LIBRARIES daphnia_parse nlohmann_json::nlohmann_json)
target_compile_definitions(reachable_ends PRIVATE DAPHNIA_BINARY="$<TARGET_FILE:daphnia>")
add_dependencies(reachable_ends daphnia)

daphnia_harness_test(round_trip SOURCES round_trip_test.cpp LIBRARIES daphnia_parse)

daphnia_harness_test(program_format SOURCES format_test.cpp LIBRARIES daphnia_layout)

daphnia_harness_test(independence SOURCES independence_test.cpp LIBRARIES daphnia_driver)

# The version that wrote the sources: others break lines elsewhere.
find_program(CLANG_FORMAT clang-format-14)
if(CLANG_FORMAT)
  file(GLOB_RECURSE formatted CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp ${PROJECT_SOURCE_DIR}/src/*.h
       ${PROJECT_SOURCE_DIR}/tests/*.cpp ${PROJECT_SOURCE_DIR}/tests/*.h)
  add_test(NAME format COMMAND ${CLANG_FORMAT} --dry-run --Werror ${formatted})
else()
  message(STATUS "clang-format-14 is not installed: the format of the sources is not tested")
endif()
