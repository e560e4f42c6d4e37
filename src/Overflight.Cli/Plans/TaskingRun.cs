using Overflight.Authority.Documents;
using Overflight.Cli.Running;
using Overflight.Dossiers.Taskings;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Plans;
using Overflight.Planning.Tasks;
using Overflight.Tracks;

namespace Overflight.Cli.Plans;

/// <summary>Plans the sorties of a tasking, and writes what came of it.</summary>
internal static class TaskingRun
{
    private const int MostBytes = 4 << 20;

    /// <param name="File">The tasking.</param>
    /// <param name="Papers">The folder of papers; null for the one that the tasking lies in.</param>
    /// <param name="At">As of when; null for now.</param>
    /// <param name="Format">text or json.</param>
    /// <param name="Output">Where to; null for standard output.</param>
    /// <param name="Sorties">Where to write papers of sorties; null for nowhere.</param>
    /// <param name="Terrain">Heights; null for none.</param>
    /// <param name="OfSorties">An option that was given and goes with sorties only; null for none.</param>
    public sealed record Request(string File, string? Papers, UtcInstant? At, string Format, string? Output, string? Sorties, string? Terrain, string? OfSorties);

    /// <summary>Whether a file is a tasking. A file that cannot be read is none: who reads it next says why.</summary>
    public static bool IsTasking(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= MostBytes } && TaskingJson.IsTasking(File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static int Run(Request request)
    {
        if (request.OfSorties is { } alien)
            throw new UserError($"{alien} goes with a sortie, and {request.File} is a tasking");
        if (request.Format == "html")
            throw new UserError("--format html shows a sortie; plan the tasking with --sorties DIR, then show each of them");
        Tasking tasking;
        try
        {
            tasking = TaskingJson.Read(File.ReadAllBytes(request.File));
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.File}: {error.Message}", ExitCode.InputUnreadable);
        }
        var (documents, hadProblems) = PaperFolder.Read(request.Papers ?? Path.GetDirectoryName(Path.GetFullPath(request.File))!);
        var terrain = request.Terrain is { } heights ? new TerrainFolder(heights) : null;
        IReadOnlyList<AlternativePlan> plans;
        try
        {
            plans = new Planner(documents, BoundaryFile.Open(), aircraft => TypePerformance.Of(aircraft), terrain).Plan(tasking, request.At ?? UtcInstant.From(TimeProvider.System.GetUtcNow()));
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.File}: {error.Message}", ExitCode.InputUnreadable);
        }
        if (request.Sorties is { } folder)
            WritePapers(plans[0], folder);
        Write(tasking, plans, request);
        return hadProblems ? ExitCode.InputUnreadable : plans[0].IsPermitted ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    private static void WritePapers(AlternativePlan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var sortie in plan.Sorties)
            File.WriteAllBytes(Path.Combine(folder, $"sortie.{sortie.Sortie.Id}.v{sortie.Sortie.Version}.json"), AuthorityJson.Write(sortie.Sortie));
    }

    private static void Write(Tasking tasking, IReadOnlyList<AlternativePlan> plans, Request request)
    {
        using var target = new OutputTarget(request.Output);
        if (request.Format == "json")
        {
            TaskingPlanJson.Write(target.Stream, tasking.Id, plans);
        }
        else
        {
            using var text = new PrintableTextWriter(target.Stream);
            TaskingText.Write(text, plans);
        }
        target.Commit();
    }
}
