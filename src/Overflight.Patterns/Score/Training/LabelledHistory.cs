namespace Overflight.Patterns.Score.Training;

/// <summary>One aircraft of the study.</summary>
/// <param name="Address">Its 24-bit address in hex: only to put the rows in order.</param>
/// <param name="History">How it flew.</param>
/// <param name="IsSurveillance">Whether the study labels it as surveillance.</param>
internal sealed record LabelledHistory(string Address, AircraftHistory History, bool IsSurveillance);
