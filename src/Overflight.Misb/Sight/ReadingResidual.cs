namespace Overflight.Misb.Sight;

/// <summary>How well a reading agrees with the frame centres that a stream states itself.</summary>
/// <param name="Angles">The reading's reference of angles.</param>
/// <param name="Ground">The reading's source of the ground's height.</param>
/// <param name="Packets">The packets compared.</param>
/// <param name="MedianMetres">Half of the computed centres are nearer than this to the stated ones; infinite where lines of sight miss the earth.</param>
/// <param name="Metres95">95 of 100 are nearer than this.</param>
public sealed record ReadingResidual(AngleReference Angles, GroundSource Ground, int Packets, double MedianMetres, double Metres95);
