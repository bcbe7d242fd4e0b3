//! Values every room uses: typed ids, CPR and CVR, languages, Danish holidays, distance.
