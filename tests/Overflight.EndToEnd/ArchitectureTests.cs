using System.Text.RegularExpressions;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Holds the layout to what ARCHITECTURE.md says of it.</summary>
public partial class ArchitectureTests
{
    // Lowest first; a project may refer to those above it in this list only.
    private static readonly string[] s_order =
        ["Overflight.Geodesy", "Overflight.Tracks", "Overflight.Airspace", "Overflight.Authority", "Overflight.Patterns", "Overflight.Archive", "Overflight.Feeds", "Overflight.Misb", "Overflight.Record", "Overflight.Mavlink", "Overflight.Sorties", "Overflight.Scenery", "Overflight.Planning", "Overflight.Designations", "Overflight.Notices", "Overflight.Operations", "Overflight.Dossiers", "Overflight.Cli"];

    private static IEnumerable<string> Sources => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void Dependencies_run_one_way()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var own = Array.IndexOf(s_order, Path.GetFileNameWithoutExtension(project));
            Assert.True(own >= 0, $"{project} has no place in the order of projects");
            foreach (Match reference in Reference().Matches(File.ReadAllText(project)))
                if (reference.Groups[1].Value is not ("Overflight.BoundaryCompiler" or "Overflight.MavlinkGenerator"))
                    Assert.True(Array.IndexOf(s_order, reference.Groups[1].Value) is >= 0 and var place && place < own, $"{project} refers to {reference.Groups[1].Value}");
        }
    }

    [Fact]
    public void Files_are_short()
    {
        var lengths = Sources.Select(f => (File: f, Lines: File.ReadLines(f).Count())).OrderBy(f => f.Lines).ToArray();

        Assert.True(lengths[lengths.Length / 2].Lines <= 120, "the median file is longer than 120 lines");
        Assert.True(lengths[lengths.Length * 9 / 10].Lines <= 300, "more than a tenth of the files are longer than 300 lines");
        Assert.True(lengths[^1].Lines <= 600, $"{lengths[^1].File} has {lengths[^1].Lines} lines");
    }

    [Fact]
    public void The_core_path_exists()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var files = CorePath().Matches(text).Select(m => m.Value).ToArray();

        Assert.Equal(5, files.Length);
        Assert.All(files, f => Assert.True(File.Exists(Path.Combine(Repository.Root, f)), f));
    }

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "data"), "package-lock.json", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules/", StringComparison.Ordinal)))
            Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file));
    }

    [GeneratedRegex(@"ProjectReference Include=""[^""]*/([\w.]+)\.csproj""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"src/[\w./]+\.cs\b")]
    private static partial Regex CorePath();
}
