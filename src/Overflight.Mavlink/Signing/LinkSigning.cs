namespace Overflight.Mavlink.Signing;

/// <summary>Whether a link signs, and what it lets through.</summary>
public sealed class LinkSigning
{
    private LinkSigning(bool isRequired, SigningKey? key, SigningClock? clock, byte linkId, IReadOnlyCollection<uint> acceptUnsigned)
    {
        IsRequired = isRequired;
        Key = key;
        Clock = clock;
        LinkId = linkId;
        AcceptUnsigned = acceptUnsigned;
    }

    /// <summary>Frames are sent without a signature, and let through whatever theirs is: anybody on the link can command the vehicle.</summary>
    public static LinkSigning None { get; } = new(false, null, null, 0, []);

    /// <summary>Whether only signed frames are let through.</summary>
    public bool IsRequired { get; }

    /// <summary>Number of this link among those of this end.</summary>
    public byte LinkId { get; }

    /// <summary>Ids of messages that are let through without a signature.</summary>
    public IReadOnlyCollection<uint> AcceptUnsigned { get; }

    internal SigningKey? Key { get; }

    internal SigningClock? Clock { get; }

    /// <summary>Every frame is signed, and only frames signed with the key are let through.</summary>
    /// <param name="key">The key; a link without it does not open.</param>
    /// <param name="clock">Gives the timestamps; one for all links of this key.</param>
    /// <param name="linkId">Number of this link among those of this end.</param>
    /// <param name="acceptUnsigned">Ids of messages let through without a signature: RADIO_STATUS (109), say, which radios cannot sign.</param>
    public static LinkSigning Required(SigningKey? key, SigningClock clock, byte linkId = 0, IReadOnlyCollection<uint>? acceptUnsigned = null) =>
        new(true, key, clock ?? throw new ArgumentNullException(nameof(clock)), linkId, acceptUnsigned ?? []);
}
