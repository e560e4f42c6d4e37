using System.Globalization;

namespace Overflight.Mutation;

/// <summary>What is asked for on the command line.</summary>
internal sealed record MutationOptions
{
    public const string Help = """
        tests/mutation/run LIBRARY [OPTIONS]

        Puts small faults into src/Overflight.LIBRARY, one at a time, and tells which of them no test of
        tests/Overflight.LIBRARY.Tests sees. Exits 0 where every fault is seen or explained, 1 where one
        is not, 2 where nothing can be told. docs/verification.md says more.

          --files PREFIX    only files whose path in the library begins with this, such as Rules/; may be repeated
          --only ID         only this mutant; may be repeated
          --survivors       only those that survived the last run of this library
          --each            of each file only the first two mutants that compile, and of those explained none: a short pass
          --parallel N      so many at once (the machine's cores)
          --list            tell the mutants, and test none
        """;

    public required string Library { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Only { get; init; } = [];

    public bool Survivors { get; init; }

    public bool Each { get; init; }

    public bool List { get; init; }

    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentException">It cannot be understood.</exception>
    public static MutationOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new MutationOptions { Library = "" };
        for (var i = 0; i < arguments.Count; i++)
        {
            string Value() => ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{arguments[i - 1]} needs a value");
            options = arguments[i] switch
            {
                "--files" => options with { Files = [.. options.Files, Value()] },
                "--only" => options with { Only = [.. options.Only, Value()] },
                "--survivors" => options with { Survivors = true },
                "--each" => options with { Each = true },
                "--list" => options with { List = true },
                "--parallel" => options with { Parallel = int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw new ArgumentException("--parallel needs a number from 1 on") },
                ['-', ..] unknown => throw new ArgumentException($"there is no option {unknown}"),
                var library when options.Library.Length == 0 => options with { Library = library },
                var more => throw new ArgumentException($"one library at a time: {more}"),
            };
        }
        return options.Library.Length > 0 ? options : throw new ArgumentException("name a library, such as Authority");
    }
}
