namespace Overflight.Misb.Sets;

/// <summary>A value was refused because its item cannot hold it; the message names the item and what it can hold.</summary>
public sealed class KlvRangeException : ArgumentException
{
    /// <summary>Makes the exception without a message.</summary>
    public KlvRangeException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public KlvRangeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public KlvRangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static KlvRangeException Of(ItemDefinition item, object value) => item.Coding switch
    {
        Coding.Linear or Coding.Imapb => new($"{item.Name} takes {item.Min} to {item.Max} {item.Unit}, not {value}"),
        Coding.UnsignedInteger or Coding.SignedInteger or Coding.Enumeration or Coding.Flags => new($"{item.Name} takes {(item.Coding == Coding.SignedInteger ? "a signed" : "an unsigned")} integer of at most {item.MaxLength} bytes, not {value}"),
        Coding.Utf8 or Coding.Utf16 => new($"{item.Name} takes text of at most {item.MaxLength} bytes"),
        _ => new($"{item.Name} does not take {value}"),
    };
}
