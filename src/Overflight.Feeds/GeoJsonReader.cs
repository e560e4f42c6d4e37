namespace Overflight.Feeds;

/// <summary>Reads GeoJSON (RFC 7946): a collection of any length, one feature, or a sequence of features.</summary>
internal sealed class GeoJsonReader(ByteWindow window, ReadSession session)
{
    // A line is one feature with all its positions.
    private const int LongestFeature = 1 << 27;

    /// <summary>Reads a whole collection.</summary>
    public void ReadCollection()
    {
        window.AllowRecordsOf(LongestFeature);
        var parser = new GeoJsonFeatureParser(session);
        var members = new JsonMembers(window, session);
        while (members.Enter())
        {
            while (members.NextKey())
            {
                if (members.Key == "features" && members.Next() == '[')
                {
                    window.Consume(1);
                    JsonElements.Read(window, session, parser);
                }
                else
                    members.Skip();
            }
        }
        parser.Finish();
    }

    /// <summary>Reads features that stand by themselves.</summary>
    public void ReadFeatures()
    {
        window.AllowRecordsOf(LongestFeature);
        var parser = new GeoJsonFeatureParser(session);
        JsonElements.Read(window, session, parser, endIsEnd: true);
        parser.Finish();
    }
}
