using Overflight.Airspace;

namespace Overflight.Dossiers;

/// <summary>The answers as machine-readable outputs name them.</summary>
internal static class VerdictName
{
    public static string Of(AirspaceVerdictKind kind) => kind switch
    {
        AirspaceVerdictKind.Entered => "entered",
        AirspaceVerdictKind.CannotBeRuledOut => "cannot-be-ruled-out",
        _ => "did-not-enter",
    };
}
