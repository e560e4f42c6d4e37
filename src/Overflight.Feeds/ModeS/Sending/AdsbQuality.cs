namespace Overflight.Feeds.ModeS.Sending;

/// <summary>How good an aircraft says that its position is, in the codes of DO-260B (version 2).</summary>
/// <param name="Nic">Navigation integrity category, 0 to 11.</param>
/// <param name="NacP">Navigation accuracy category for position, 0 to 11.</param>
/// <param name="NacV">Navigation accuracy category for velocity, 0 to 4.</param>
/// <param name="Sil">Source integrity level, 0 to 3.</param>
public readonly record struct AdsbQuality(int Nic, int NacP, int NacV, int Sil)
{
    /// <summary>A GNSS receiver with augmentation: 75 m bound, 10 m accuracy.</summary>
    public static AdsbQuality Usual { get; } = new(9, 10, 2, 3);
}
