namespace Overflight.Misb.Ts;

/// <summary>A programme as its map table declares it (ISO/IEC 13818-1, 2.4.4.8).</summary>
/// <param name="Number">The programme number, 1 to 65535.</param>
/// <param name="MapPid">The PID of its map table.</param>
/// <param name="ClockPid">The PID whose packets carry its clock (PCR); 8191 where none does.</param>
/// <param name="Version">The version of the map table, 0 to 31.</param>
/// <param name="Descriptors">The descriptors of the programme, byte for byte.</param>
/// <param name="Streams">Its elementary streams, in the order of the table.</param>
/// <param name="Offset">The offset in the stream of the section that declared it.</param>
public sealed record TsProgram(int Number, int MapPid, int ClockPid, int Version, ReadOnlyMemory<byte> Descriptors, IReadOnlyList<TsStreamInfo> Streams, long Offset);
