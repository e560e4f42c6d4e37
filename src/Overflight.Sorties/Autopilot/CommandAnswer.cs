namespace Overflight.Sorties.Autopilot;

/// <summary>Whether a command was taken.</summary>
/// <param name="IsAccepted">Whether it was.</param>
/// <param name="Reason">Why not; empty where it was.</param>
public readonly record struct CommandAnswer(bool IsAccepted, string Reason);
