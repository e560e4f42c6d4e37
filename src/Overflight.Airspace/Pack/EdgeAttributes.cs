using System.Runtime.InteropServices;

namespace Overflight.Airspace.Pack;

/// <summary>What edges of one kind share: which claims change across them, and how sure the line is.</summary>
/// <param name="ClaimSet">The set of claims that begin or end at the edge.</param>
/// <param name="Kind">What the edge is.</param>
/// <param name="Reading">Which curve it is.</param>
/// <param name="UncertaintyMetres">How far the true line may lie from it, metres.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct EdgeAttributes(ushort ClaimSet, EdgeKind Kind, EdgeReading Reading, float UncertaintyMetres);
