using Overflight.Authority.Documents;
using Overflight.Cli.Running;

namespace Overflight.Cli.Plans;

/// <summary>A folder of papers as a verb reads it: what cannot be read is told, and the rest is used.</summary>
internal static class PaperFolder
{
    public static (DocumentSet Documents, bool HadProblems) Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UserError($"{folder}: there is no such folder", ExitCode.InputUnreadable);
        var (documents, problems) = DocumentFolder.Read(folder);
        foreach (var problem in problems)
            Console.Error.WriteLine($"overflight: {PrintableText.Of(problem)}");
        if (problems.Count > 0)
            Console.Error.WriteLine($"overflight: {problems.Count} of the papers could not be read; what rests on them is judged as if they were not there");
        return (documents, problems.Count > 0);
    }
}
