# One test program for all of tests/, another for the tests that start the real program, both registered file by file;
# and the scripts that check the project itself.

file(GLOB support_sources CONFIGURE_DEPENDS tests/support/*.cpp)
file(GLOB program_sources CONFIGURE_DEPENDS tests/support/programs/*.cpp)
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/*.cpp)
list(FILTER test_sources EXCLUDE REGEX "/tests/(support|end_to_end)/")
file(GLOB end_to_end_sources CONFIGURE_DEPENDS tests/end_to_end/*.cpp)

file(WRITE ${CMAKE_BINARY_DIR}/generated/doctest_main.cpp
    "#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
set(doctest_main ${CMAKE_BINARY_DIR}/generated/doctest_main.cpp)
set_source_files_properties(${doctest_main} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
function(test_target target)
    strict_target(${target})
    target_compile_definitions(${target} PRIVATE MIRABELLE_VERSION="${PROJECT_VERSION}"
        MIRABELLE_SOURCE_FOLDER="${CMAKE_SOURCE_DIR}" MIRABELLE_BUILD_FOLDER="${CMAKE_BINARY_DIR}"
        MIRABELLE_BUNDLE_FOLDER="${bundle}")
    if(SANITIZE)
        target_compile_options(${target} PRIVATE -O0) # a quarter of the time to compile; what is tested stays at -O1
    endif()
endfunction()

add_library(test_support STATIC ${support_sources})
test_target(test_support)
target_link_libraries(test_support PUBLIC commands activities teacher platform engine PkgConfig::toml SQLiteCpp
    PkgConfig::sodium PkgConfig::webp fmt::fmt nlohmann_json::nlohmann_json doctest::doctest)

function(test_program target)
    add_executable(${target} ${ARGN})
    test_target(${target})
    target_link_libraries(${target} PRIVATE test_support)
    add_dependencies(${target} bundle)
endfunction()

foreach(source IN LISTS program_sources)
    cmake_path(GET source STEM name)
    test_program(${name} ${source})
endforeach()

# Every …_test.cpp is a test of its own, named after its place in tests/.
function(register_tests target)
    set(sources ${ARGN})
    list(FILTER sources INCLUDE REGEX "_test\\.cpp$")
    foreach(source IN LISTS sources)
        cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE name)
        string(REGEX REPLACE "^tests/|\\.cpp$" "" label ${name})
        add_test(NAME ${label} COMMAND ${target} --source-file=*${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
        # A file whose name the filter does not find must not pass as "nothing failed".
        set_tests_properties(${label} PROPERTIES FAIL_REGULAR_EXPRESSION "test cases: +0 ")
    endforeach()
endfunction()

if(test_sources)
    test_program(mirabelle_tests ${test_sources} ${doctest_main})
    with_common_headers(mirabelle_tests <doctest/doctest.h>)
    register_tests(mirabelle_tests ${test_sources})
endif()

if(TARGET mirabelle)
    test_program(end_to_end_tests ${end_to_end_sources} ${doctest_main})
    with_common_headers(end_to_end_tests <doctest/doctest.h>)
    # Loaded before the real program: it lets a test set its clock.
    add_library(other_clock MODULE tests/support/preload/other_clock.cpp)
    target_compile_options(other_clock PRIVATE -fno-sanitize=all)
    target_link_options(other_clock PRIVATE -fno-sanitize=all)
    add_dependencies(end_to_end_tests mirabelle other_clock)
    foreach(source IN LISTS program_sources)
        cmake_path(GET source STEM name)
        add_dependencies(end_to_end_tests ${name})
    endforeach()
    register_tests(end_to_end_tests ${end_to_end_sources})
    # The longest begins first: nobody waits for it alone at the end.
    set_tests_properties(end_to_end/demo_test PROPERTIES COST 1000)
endif()

function(script_test name)
    add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

script_test(tools/includes ${Python3_EXECUTABLE} tools/check_includes.py)
script_test(tools/assets ${Python3_EXECUTABLE} tools/check_assets.py --bundle ${bundle} --noto ${MIRABELLE_CACHE}/noto)
script_test(tools/format bash tools/format.sh --check)
foreach(script IN ITEMS setup build run test bench format voices)
    script_test(tools/${script}.sh bash -n tools/${script}.sh)
endforeach()
if(TARGET mirabelle)
    script_test(content mirabelle check --content)
endif()

# The sanitizer must not blame the program for what the system's libraries keep.
get_property(all_tests DIRECTORY ${CMAKE_SOURCE_DIR} PROPERTY TESTS)
set_tests_properties(${all_tests} PROPERTIES ENVIRONMENT
    "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
