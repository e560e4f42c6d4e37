using Overflight.Feeds;

namespace Overflight.Cli.Decoding;

/// <summary>A problem of an input in one line: file, offset, record, field, what.</summary>
internal static class ProblemText
{
    public static string Of(ReadProblem problem)
    {
        var place = problem.Offset >= 0 ? $" at byte {problem.Offset}" : "";
        if (problem.Record >= 0)
            place += $", record {problem.Record}";
        if (problem.Field.Length > 0)
            place += $", {problem.Field}";
        return $"{problem.File}{place}: {problem.Message}";
    }
}
