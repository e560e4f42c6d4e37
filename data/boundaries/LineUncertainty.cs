using Overflight.Airspace;

namespace Overflight.BoundaryCompiler;

/// <summary>How far a mapped line may lie from the legal one, 95 %, by its kind and by how far the two sets draw it apart.</summary>
internal static class LineUncertainty
{
    /// <summary>A limit this near to 12 NM from the coast is taken to be drawn at 12 NM, metres.</summary>
    public const double MostOffTwelveMiles = 1500;

    private const double LeastOnLand = 25;
    private const double LeastAtSea = 250;
    private const double Cap = 5_000;

    // Logarithmic steps keep the number of different attributes small.
    private static readonly double[] s_steps = [25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 320, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3200, 4000, 5000];

    public static float Of(EdgeKind kind, double apartMetres, double fromCoastMetres)
    {
        var apart = double.IsFinite(apartMetres) ? apartMetres : Unmatched(kind);
        var value = kind switch
        {
            EdgeKind.Land => Math.Max(LeastOnLand, apart),
            EdgeKind.TwelveNauticalMiles => Math.Max(LeastAtSea, Math.Max(apart, Math.Abs(fromCoastMetres - 22_224))),
            _ => Math.Max(LeastAtSea, apart),
        };
        return (float)s_steps[Math.Min(s_steps.Length - 1, Array.FindIndex(s_steps, s => s >= Math.Min(value, Cap)))];
    }

    // The other set does not have this line at all; then nothing measured says how sure it is.
    private static double Unmatched(EdgeKind kind) => kind == EdgeKind.Land ? 1_000 : 2_000;
}
