using Overflight.Airspace;
using Overflight.Testing;

namespace Overflight.Dossiers.Tests;

/// <summary>The compiled boundaries, where they have been compiled.</summary>
internal static class Pack
{
    private static readonly Lazy<AirspaceIndex?> Opened = new(() => File.Exists(Location) ? AirspaceIndex.Open(Location) : null);

    private static string Location => Path.Combine(Repository.Root, "artifacts/boundaries/overflight-boundaries.pack");

    public static AirspaceIndex Index
    {
        get
        {
            if (Opened.Value is null)
                Assert.Skip($"no compiled boundaries at {Location}; ./overflight builds them");
            return Opened.Value!;
        }
    }
}
