namespace Overflight.Feeds.Asterix;

/// <summary>Which data item a field reference number stands for, in one edition of a category.</summary>
/// <param name="category">The category.</param>
/// <param name="edition">The editions that share it, in words.</param>
/// <param name="items">The items by field reference number, from 1; null where the number is spare.</param>
internal sealed class UserApplicationProfile(int category, string edition, params ItemForm?[] items)
{
    public int Category => category;

    public string Edition => edition;

    /// <summary>Used instead once the target report descriptor (item 020) says that the record is a track, as in category 001.</summary>
    public UserApplicationProfile? OfTracks { get; init; }

    /// <summary>The item at a place from 0, or null.</summary>
    public ItemForm? At(int place) => place < items.Length ? items[place] : null;
}
