namespace Overflight.Scenery.Turret;

/// <summary>What light a camera takes.</summary>
public enum CameraKind
{
    /// <summary>Visible light, in colour.</summary>
    Eo,

    /// <summary>Thermal infrared, white hot.</summary>
    Ir,
}
