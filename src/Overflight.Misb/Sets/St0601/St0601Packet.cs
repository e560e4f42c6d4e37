using Overflight.Misb.Sets.St1204;

namespace Overflight.Misb.Sets.St0601;

/// <summary>A packet of the UAS Datalink Local Set with a property for each item of one value; <see cref="MetadataPacket.Set"/> reaches the same items by tag, and the lists, packs and nested sets.</summary>
/// <remarks>Setting a property writes the nearest code and refuses what the item cannot hold with <see cref="KlvRangeException"/>; setting null takes the item out. Names leave the unit to their comments, as the standard's names do.</remarks>
public sealed partial class St0601Packet : MetadataPacket
{
    /// <summary>Makes an empty packet.</summary>
    public St0601Packet()
        : base(St0601Set.Definition)
    {
    }

    /// <summary>Tag 2 as UTC, to the microsecond (MISP time; leap seconds are not taken off); null where there is none or no calendar reaches it.</summary>
    public DateTimeOffset? Time
    {
        get => PrecisionTimeStamp is { } micros && micros <= (ulong)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / 10 ? DateTimeOffset.UnixEpoch.AddTicks((long)micros * 10) : null;
        set => PrecisionTimeStamp = value is { } time ? (ulong)Math.Max(0, (time - DateTimeOffset.UnixEpoch).Ticks / 10) : null;
    }

    /// <summary>Tag 94: the motion imagery identifier.</summary>
    public MiisIdentifier? MiisCoreIdentifier
    {
        get => Set.TryGet(94, out var item) && MiisIdentifier.TryRead(item.Raw.Span, out var identifier) ? identifier : null;
        set => Assign(94, value?.ToBytes());
    }

    private double? Number(ulong tag) => Set.TryGet(tag, out var item) && item.Kind is ValueKind.Number or ValueKind.SignedInteger ? item.Number : null;

    private ulong? Unsigned(ulong tag) => Set.TryGet(tag, out var item) && item.Kind == ValueKind.UnsignedInteger ? item.UnsignedInteger : null;

    private long? Signed(ulong tag) => Set.TryGet(tag, out var item) && item.Kind == ValueKind.SignedInteger ? item.SignedInteger : null;

    private string? Text(ulong tag) => Set.TryGet(tag, out var item) ? item.Text : null;

    private void Assign(ulong tag, double? value)
    {
        if (value is { } given)
            Set.SetNumber(tag, given);
        else
            Set.Remove(tag);
    }

    private void Assign(ulong tag, ulong? value)
    {
        if (value is { } given)
            Set.SetUnsigned(tag, given);
        else
            Set.Remove(tag);
    }

    private void Assign(ulong tag, long? value)
    {
        if (value is { } given)
            Set.SetInteger(tag, given);
        else
            Set.Remove(tag);
    }

    private void Assign(ulong tag, string? value)
    {
        if (value is not null)
            Set.SetText(tag, value);
        else
            Set.Remove(tag);
    }

    private void Assign(ulong tag, byte[]? value)
    {
        if (value is not null)
            Set.SetBytes(tag, value);
        else
            Set.Remove(tag);
    }
}
