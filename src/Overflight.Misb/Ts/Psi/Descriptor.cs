namespace Overflight.Misb.Ts;

/// <summary>The descriptors that say how KLV is carried (ISO/IEC 13818-1, 2.6; MISB ST 1402).</summary>
internal static class Descriptor
{
    private const byte Registration = 0x05;
    private const byte Metadata = 0x26;
    private const byte MetadataStd = 0x27;

    public const byte PrivatePesType = 0x06;
    public const byte MetadataPesType = 0x15;

    private const byte FormatByIdentifier = 0xFF;
    private const ushort ApplicationByIdentifier = 0xFFFF;

    /// <summary>registration_descriptor (2.6.8) with the format identifier KLVA.</summary>
    public static byte[] OfAsynchronousKlv => [Registration, 4, .. Klva];

    /// <summary>
    /// metadata_descriptor (2.6.60): application format 0x0100 (general), format and identifier KLVA, service 0, no decoder
    /// configuration; then metadata_std_descriptor (2.6.62): input leak rate 2,500 × 400 bit/s, buffer 64 × 1,024 bytes,
    /// output leak rate 0, which has no meaning where the metadata is synchronous.
    /// </summary>
    public static byte[] OfSynchronousKlv =>
        [Metadata, 9, 0x01, 0x00, FormatByIdentifier, .. Klva, 0x00, 0x0F, MetadataStd, 9, 0xC0, 0x09, 0xC4, 0xC0, 0x00, 0x40, 0xC0, 0x00, 0x00];

    private static ReadOnlySpan<byte> Klva => "KLVA"u8;

    /// <summary>How a stream of a type with such descriptors carries KLV.</summary>
    public static KlvCarriage CarriageOf(byte streamType, ReadOnlySpan<byte> descriptors)
    {
        if (streamType is not (PrivatePesType or MetadataPesType))
            return KlvCarriage.None;
        var (registered, other) = (false, false);
        while (TryNext(ref descriptors, out var tag, out var body))
            if (tag == Registration && body.Length >= 4)
                registered |= body[..4].SequenceEqual(Klva);
            else if (tag == Metadata && streamType == MetadataPesType)
            {
                var isKlv = IsKlv(body);
                registered |= isKlv;
                other |= !isKlv;
            }
        if (streamType == MetadataPesType)
            // A metadata stream that says nothing of its format is taken for KLV; one that names another is not.
            return registered || !other ? KlvCarriage.Synchronous : KlvCarriage.None;
        return registered ? KlvCarriage.Asynchronous : KlvCarriage.None;
    }

    /// <summary>Takes the next descriptor off the front; false at the end, or where the next does not fit in what is left.</summary>
    public static bool TryNext(ref ReadOnlySpan<byte> descriptors, out byte tag, out ReadOnlySpan<byte> body)
    {
        tag = 0;
        body = default;
        if (descriptors.Length < 2 || descriptors.Length < 2 + descriptors[1])
            return false;
        tag = descriptors[0];
        body = descriptors.Slice(2, descriptors[1]);
        descriptors = descriptors[(2 + body.Length)..];
        return true;
    }

    private static bool IsKlv(ReadOnlySpan<byte> body)
    {
        // metadata_application_format(16) [identifier(32)] metadata_format(8) [identifier(32)]
        if (body.Length < 3)
            return false;
        var at = (body[0] << 8 | body[1]) == ApplicationByIdentifier ? 6 : 2;
        return body.Length >= at + 5 && body[at] == FormatByIdentifier && body.Slice(at + 1, 4).SequenceEqual(Klva);
    }
}
