using Overflight.Testing;

namespace Overflight.Airspace.Tests.Shapes;

/// <summary>The real boundary pack, mapped once.</summary>
internal static class Boundaries
{
    private static readonly string s_path = Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");
    private static readonly Lazy<AirspaceIndex> s_index = new(() => AirspaceIndex.Open(s_path));

    public static AirspaceIndex Index
    {
        get
        {
            if (!File.Exists(s_path))
                Assert.Skip($"boundary pack absent: {s_path} (./overflight builds it)");
            return s_index.Value;
        }
    }

    /// <summary>A number from the environment, for runs longer than <c>./test</c> makes.</summary>
    public static int Count(int usual, int inLongRun) => Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is { Length: > 0 } and not "1" ? inLongRun : usual;
}
