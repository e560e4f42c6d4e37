namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>A packet and the picture that is shown nearest to it.</summary>
/// <param name="PacketTime">Microseconds since 1970 that the packet states.</param>
/// <param name="Count">The count in the picture, as it stands.</param>
/// <param name="StampTime">The same as microseconds, by the unit that makes sense.</param>
/// <param name="PacketLater">By how much later the packet is shown, seconds.</param>
internal readonly record struct ShownTogether(ulong PacketTime, ulong Count, ulong StampTime, double PacketLater);
