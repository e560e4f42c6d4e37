namespace Overflight.Notices.Recording;

/// <summary>How a version of a document stands in the record.</summary>
public enum RecordedState
{
    /// <summary>It is there with the same hash.</summary>
    Recorded,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there with another hash: the file was changed afterwards, or is another.</summary>
    Differs,

    /// <summary>It is there with a hash that is sealed and was not opened.</summary>
    Sealed,
}
