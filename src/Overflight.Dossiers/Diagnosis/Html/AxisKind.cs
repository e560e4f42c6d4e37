namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>What strips run along.</summary>
internal enum AxisKind
{
    PresentationTime,
    PacketTime,
    PacketNumber,
}
